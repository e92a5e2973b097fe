import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "basic": { "type": "basic" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "security-scheme-added",
  change: "auth-scheme.added",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "One more way to authenticate was defined.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["security-scheme-added"] },
    { before: after, after: before, expect: ["security-scheme-removed"] },
  ],
});
