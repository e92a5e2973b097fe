import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-identity-provider-changed",
  change: "auth-scheme.identity-provider-changed",
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "The identity provider changed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity}: the identity provider changed.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
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
`,
      after: `{ "swagger": "2.0" }
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
`,
      expect: ["oauth-identity-provider-changed"],
    },
  ],
});
