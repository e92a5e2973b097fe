import { setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-oauth-https",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Addresses of the sign-in use https.",
  why: "Over http, the codes and tokens of the sign-in can be read on the way.",
  todo: "Use the https address of the identity provider.",
  source: "Common practice; measured on published connectors",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        for (const parameter of item.path("oAuthSettings", "customParameters").children()) {
          const value = parameter.get("value");
          const address = value.string ?? "";
          if (!/^http:\/\/(?!localhost\b)/i.test(address)) continue;
          const safe = address.replace(/^http:/i, "https:");
          report({
            at: value.place,
            message: `The address ${parameter.key} of the sign-in is not safe: it begins with http.`,
            fix: { title: `Replace it by "${safe}"`, edits: () => setValue(value, safe) },
          });
        }
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
        "oAuthSettings": { "customParameters": { "tokenUrl": { "value": "http://example.com/token" } } }
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ The address tokenUrl of the sign-in is not safe: it begins with http.
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
      "token": { "oAuthSettings": { "customParameters": { "tokenUrl": { "value": "https://example.com/token" }, "loginUri": { "value": "" } } }, "type": "oauthSetting" }
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
        "oAuthSettings": { "customParameters": { "tokenUrl": { "value": "https://example.com/token" } } }
      }
    }
  }
}
`,
    ],
  },
});
