import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "info": { "contact": { "name": "A" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "info": { "contact": { "name": "B" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "info-metadata-changed",
  change: "info.metadata-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "Contact, licence or terms of the connector changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["info-metadata-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "info": { "contact": { "name": "A" }, "version": "1.0.1" },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
