import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-scope-added",
  change: "auth-scheme.scope-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A scope was defined.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    {
      before: `{
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
`,
      after: `{
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
`,
      expect: ["oauth-scope-added"],
    },
  ],
});
