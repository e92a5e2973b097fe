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
          "clientId": "one",
          "scopes": ["read"],
          "redirectMode": "GlobalPerConnector"
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "oauth-redirect-mode-changed",
  change: "auth-scheme.redirect-mode-changed",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The redirect mode changed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "People who sign in, until the registration of the application is edited.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: { step: "signing in", before: "back in the flow", after: "refused: the redirect address is not registered" },
  message: (fact) => `${fact.entity}: the redirect mode changed.`,
  examples: [
    { before, after, expect: ["oauth-redirect-mode-changed"] },
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
