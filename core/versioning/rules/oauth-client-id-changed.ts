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
          "identityProvider": "oauth2",
          "clientId": "two",
          "scopes": ["read"],
          "redirectMode": "Global"
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "oauth-client-id-changed",
  change: "auth-scheme.client-id-changed",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The registered application changed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections, when their token has to be renewed.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "renewing the token of a connection made before",
    before: "a new token",
    after: "refused: the token belongs to another application",
  },
  message: (fact) => `${fact.entity}: the registered application changed.`,
  examples: [
    { before, after, expect: ["oauth-client-id-changed"] },
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
