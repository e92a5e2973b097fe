import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-redirect-mode-changed",
  change: "auth-scheme.redirect-mode-changed",
  families: ["powerplatform"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The redirect mode changed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity}: the redirect mode changed.`,
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
          "identityProvider": "oauth2",
          "clientId": "one",
          "scopes": ["read"],
          "redirectMode": "GlobalPerConnector"
        }
      }
    }
  }
}
`,
      expect: ["oauth-redirect-mode-changed"],
    },
  ],
});
