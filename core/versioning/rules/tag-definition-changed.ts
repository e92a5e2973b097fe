import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "tags": [{ "name": "a" }],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "tags": [{ "name": "b" }],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "tag-definition-changed",
  change: "connector.tags-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The list of tags changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: () => "The list of tags changed.",
  examples: [
    { before, after, expect: ["tag-definition-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "tags": [ { "name": "a" } ],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
