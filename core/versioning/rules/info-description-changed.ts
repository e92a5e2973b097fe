import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "info": { "description": "Tickets." },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "info": { "description": "All tickets." },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "info-description-changed",
  change: "info.description-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The description of the connector changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: () => "The description changed.",
  examples: [
    { before, after, expect: ["info-description-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "info": { "description": "Tickets.", "version": "1.0.1" },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
