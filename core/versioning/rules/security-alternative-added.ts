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
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "basic": [] }, { "key": [] }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "security-alternative-added",
  change: "auth-requirement.alternative-added",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation accepts one more way to authenticate.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} also accepts ${fact.to}.`,
  examples: [
    { before, after, expect: ["security-alternative-added"] },
    { before: after, after: before, expect: ["security-alternative-removed"] },
  ],
});
