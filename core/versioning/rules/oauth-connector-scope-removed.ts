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
          "scopes": ["read", "write"],
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
          "redirectMode": "Global"
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "oauth-connector-scope-removed",
  change: "auth-scheme.connector-scope-removed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The connection asks for one scope less.",
  why: "Operations that need the scope are refused for new connections.",
  breaks: "Calls that need the right, through connections made from now on.",
  todo: "Check that no operation needs it, or publish a major version.",
  witness: { step: "AddItem(…) through a new connection", before: "201", after: "403: items.write is missing" },
  message: (fact) => `${fact.entity}: the connection asks for one scope less.`,
  examples: [
    { before, after, expect: ["oauth-connector-scope-removed"] },
    { before: after, after: before, expect: ["oauth-connector-scope-added"] },
  ],
});
