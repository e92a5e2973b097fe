import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "security": [] } }
  }
}
`;
const after = `{
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

export default defineVersionRule({
  id: "security-requirement-added",
  change: "auth-requirement.added",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "An operation demands more authentication than before.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Connections and callers that could not or did not have to sign in this way.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "ListItems() without a key", before: "200", after: "401: a key is needed" },
  message: (fact) => `${fact.entity} demands ${fact.to} now.`,
  examples: [
    { before, after, expect: ["security-requirement-added"] },
    { before: after, after: before, expect: ["security-requirement-removed"] },
  ],
});
