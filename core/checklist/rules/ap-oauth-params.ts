import { insertMembers } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

/** What each identity provider needs, in small letters or not. */
const NEEDED: Readonly<Record<string, readonly string[] | undefined>> = {
  oauth2: ["authorizationUrl", "tokenUrl", "refreshUrl"],
  oauth2generic: ["AuthorizationUrlTemplate", "TokenUrlTemplate", "RefreshUrlTemplate"],
  aad: ["resourceUri"],
};
export default defineRule({
  id: "ap-oauth-params",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A sign-in has the addresses that its identity provider needs.",
  why: "Without them no sign-in page opens, or tokens cannot be renewed.",
  todo: "Add them below `customParameters`, each with its `value`.",
  source: "Schema of apiProperties.json; Microsoft Learn, connection parameters",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        const settings = item.get("oAuthSettings");
        const needed = NEEDED[settings.get("identityProvider").string?.toLowerCase() ?? ""];
        if (!needed || !isComplete(settings)) continue;
        const given = settings.get("customParameters");
        const others = settings.get("properties");
        const keys = new Set([...given.children(), ...others.children()].map(({ key }) => key.toLowerCase()));
        const missing = needed.filter((key) => !keys.has(key.toLowerCase()));
        if (!missing.length) continue;
        report({
          at: settings.get("identityProvider").place,
          message: `The sign-in of ${item.key} lacks ${missing.join(", ")}.`,
          ...(given.isObject && {
            fix: {
              title: `Add ${missing.join(", ")}`,
              edits: () => insertMembers(given, Object.fromEntries(missing.map((key) => [key, { value: "" }]))),
            },
          }),
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
                              ^^^^^^^^ The sign-in of token lacks tokenUrl, refreshUrl.
          "customParameters": {
            "authorizationUrl": { "value": "https://example.com/sign-in" }
          }
        }
      }
    }
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2", "customParameters": { "AuthorizationUrl": {}, "TokenUrl": {}, "RefreshUrl": {} } } },
      "other": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "google" } }
    }
  }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "identityProvider": "oauth2",
          "customParameters": {
            "authorizationUrl": { "value": "https://example.com/sign-in" },
            "tokenUrl": {
              "value": ""
            },
            "refreshUrl": {
              "value": ""
            }
          }
        }
      }
    }
  }
}
`,
    ],
  },
});
