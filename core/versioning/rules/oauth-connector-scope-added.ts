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
          "scopes": ["read", "write"],
          "redirectMode": "Global"
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "oauth-connector-scope-added",
  change: "auth-scheme.connector-scope-added",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The connection asks for one more scope, or for rights to another resource.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections made before: nobody consented to the new right.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call, where the service wants every scope of the application",
    before: "200",
    after: "403 until the owner signs in again",
  },
  message: (fact) => `${fact.entity}: the connection asks for rights that it did not ask for.`,
  examples: [
    { before, after, expect: ["oauth-connector-scope-added"] },
    { before: after, after: before, expect: ["oauth-connector-scope-removed"] },
  ],
});
