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
      "tokenUrl": "https://b.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "oauth-token-url-changed",
  change: "auth-scheme.token-url-changed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "Tokens come from another address.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections, when their token has to be renewed.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "renewing the token of a connection made before",
    before: "a new token",
    after: "refused: the new address does not know the token",
  },
  message: (fact) => `The token address of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["oauth-token-url-changed"] },
    {
      before,
      after: `{
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
`,
      expect: ["oauth-authorization-url-changed"],
    },
  ],
});
