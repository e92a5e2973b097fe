import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-connector-scope-removed",
  change: "auth-scheme.connector-scope-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The connection asks for one scope less.",
  why: "Operations that need the scope are refused for new connections.",
  todo: "Check that no operation needs it, or publish a major version.",
  message: (fact) => `${fact.entity}: the connection asks for one scope less.`,
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
          "scopes": ["read", "write"],
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
          "redirectMode": "Global"
        }
      }
    }
  }
}
`,
      expect: ["oauth-connector-scope-removed"],
    },
  ],
});
