import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "oauth-connector-scope-added",
  change: "auth-scheme.connector-scope-added",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The connection asks for one more scope.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity}: the connection asks for one more scope.`,
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
