import { remove, setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-oauth-redirectmode",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A sign-in uses a redirect address of its own connector.",
  why: "Connectors that share one redirect address can be given the tokens of one another.",
  todo: "Set redirectMode to GlobalPerConnector and remove redirectUrl.",
  source: "Reviews in the connectors repository",
  when: "submission",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        const settings = item.get("oAuthSettings");
        const mode = settings.get("redirectMode");
        if (!settings.isObject || !["global", "direct"].includes(mode.string?.toLowerCase() ?? "")) continue;
        const url = settings.get("redirectUrl");
        report({
          at: mode.place,
          message: `The sign-in of ${item.key} shares its redirect address with other connectors.`,
          fix: {
            title: 'Replace it by "GlobalPerConnector"',
            edits: () => [...setValue(mode, "GlobalPerConnector"), ...(url.exists ? remove(url) : [])],
          },
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
          "redirectMode": "Global",
                          ^^^^^^^^ The sign-in of token shares its redirect address with other connectors.
          "redirectUrl": "https://global.consent.example.com/redirect",
          "scopes": []
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
      "token": { "type": "oauthSetting", "oAuthSettings": { "redirectMode": "GlobalPerConnector" } },
      "other": { "type": "oauthSetting", "oAuthSettings": {} }
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
          "redirectMode": "GlobalPerConnector",
          "scopes": []
        }
      }
    }
  }
}
`,
    ],
  },
});
