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
      "authorizationUrl": "https://b.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "oauth-authorization-url-changed",
  change: "auth-scheme.authorization-url-changed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "People sign in at another address.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "People who sign in again, where the old page knows their consent and the new one does not.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "signing in again",
    before: "the page of the provider",
    after: "another page, which does not know the application",
  },
  message: (fact) => `The sign-in address of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["oauth-authorization-url-changed"] },
    {
      before,
      after: `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://b.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["oauth-token-url-changed"],
    },
  ],
});
