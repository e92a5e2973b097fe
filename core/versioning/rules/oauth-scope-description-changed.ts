import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-scope-description-changed",
  change: "auth-scheme.scope-description-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The text of a scope changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The text of ${fact.entity} changed.`,
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
      "scopes": { "read": "Reads all" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["oauth-scope-description-changed"],
    },
  ],
});
