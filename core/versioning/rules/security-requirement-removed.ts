import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-requirement-removed",
  change: "auth-requirement.removed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An operation demands less authentication than before.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} no longer demands ${fact.from}.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "basic": [] }]
      }
    }
  }
}
`,
      after: `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "security": [] } }
  }
}
`,
      expect: ["security-requirement-removed"],
    },
  ],
});
