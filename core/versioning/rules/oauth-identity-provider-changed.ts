import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientId": "one",
          "scopes": ["read"],
          "redirectMode": "Global"
        }
      }
    }
  }
}
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "aad",
          "clientId": "one",
          "scopes": ["read"],
          "redirectMode": "Global"
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "oauth-identity-provider-changed",
  change: "auth-scheme.identity-provider-changed",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "The identity provider changed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "renewing the token of a connection made before",
    before: "a new token",
    after: "refused: another provider gave the old one",
  },
  message: (fact) => `${fact.entity}: the identity provider changed.`,
  examples: [
    { before, after, expect: ["oauth-identity-provider-changed"] },
    {
      before,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "clientId": "one",
          "scopes": ["read", "write"],
          "redirectMode": "Global"
        }
      }
    }
  }
}
`,
      expect: ["oauth-connector-scope-added"],
    },
  ],
});
