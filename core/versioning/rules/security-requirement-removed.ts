import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "security": [] } }
  }
}
`;

export default defineVersionRule({
  id: "security-requirement-removed",
  change: "auth-requirement.removed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation demands less authentication than before.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} no longer demands ${fact.from}.`,
  examples: [
    { before, after, expect: ["security-requirement-removed"] },
    { before: after, after: before, expect: ["security-requirement-added"] },
  ],
});
