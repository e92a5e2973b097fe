import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read", "write": "Write" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "oauth-scope-added",
  change: "auth-scheme.scope-added",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A scope was defined.",
  why: "More is accepted than before; nothing that works today stops working.",
  breaks: "Connections, where the platform asks for every scope that is declared.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "any call, where the platform asks for all scopes",
    before: "200",
    after: "403 until the owner signs in again",
  },
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["oauth-scope-added"] },
    { before: after, after: before, expect: ["oauth-scope-removed"] },
  ],
});
