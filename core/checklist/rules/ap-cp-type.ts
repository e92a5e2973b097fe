import { setMember, setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace } from "../swagger.ts";
import { nearest } from "../text.ts";

const TYPES = ["string", "securestring", "int", "bool", "gatewaySetting", "oauthSetting"];
/** What people write for a type that has another name here. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  password: "securestring",
  secret: "securestring",
  text: "string",
  integer: "int",
  number: "int",
  boolean: "bool",
  oauth: "oauthSetting",
  oauth2: "oauthSetting",
  gateway: "gatewaySetting",
};

export default defineRule({
  id: "ap-cp-type",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every connection parameter is of one of the six types.",
  why: "The type decides what the owner of a connection is asked for, and whether it is kept secret; an unknown one is refused.",
  todo: `Use one of ${TYPES.join(", ")}. Other capitals are only warned about.`,
  source: "Schema of apiProperties.json; solution checker",
  check: {
    connector({ properties }, { report }) {
      for (const parameter of connectionParameters(properties)) {
        const type = parameter.get("type");
        if (lacksText(parameter, "type")) {
          const guess = parameter.get("oAuthSettings").exists ? "oauthSetting" : "string";
          report({
            at: memberPlace(parameter, "type"),
            message: `Connection parameter ${parameter.key} has no type.`,
            fix: { title: `Add "type": "${guess}"`, edits: () => setMember(parameter, "type", guess) },
          });
          continue;
        }
        const text = type.string;
        if (text === undefined || TYPES.includes(text)) continue;
        const same = TYPES.find((one) => one.toLowerCase() === text.toLowerCase());
        const meant = same ?? OTHER_NAMES[text.toLowerCase()] ?? nearest(text, TYPES);
        report({
          at: type.place,
          // A published connector writes oAuthSetting, which is accepted.
          ...(same && { severity: "warning" }),
          message: `Connection parameter ${parameter.key} is of the type "${text}"; possible are ${TYPES.join(", ")}.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(type, meant) } }),
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
      "key": { "type": "password" },
                       ^^^^^^^^^^ Connection parameter key is of the type "password"; possible are string, securestring, int, bool, gatewaySetting, oauthSetting.
      "token": { "type": "oAuthSetting", "oAuthSettings": {} },
                         ^^^^^^^^^^^^^^ Connection parameter token is of the type "oAuthSetting"; possible are string, securestring, int, bool, gatewaySetting, oauthSetting.
      "date": { "type": "date" },
                        ^^^^^^ Connection parameter date is of the type "date"; possible are string, securestring, int, bool, gatewaySetting, oauthSetting.
      "name": { "uiDefinition": {} }
      ^^^^^^ Connection parameter name has no type.
    },
    "connectionParameterSets": {
      "values": [{ "name": "basic", "parameters": { "user": { "type": "strin" } } }]
                                                                      ^^^^^^^ Connection parameter user is of the type "strin"; possible are string, securestring, int, bool, gatewaySetting, oauthSetting.
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
      "key": { "type": "securestring" },
      "gateway": { "type": "gatewaySetting" },
      "size": { "type": "int" },
      "half": { "type":  }
    }
  }
}
`,
      `=== apiProperties.json ===
{ "properties": { "connectionParameters": { "key": { "uiDefinition": {
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "key": { "type": "securestring" },
      "token": { "type": "oauthSetting", "oAuthSettings": {} },
      "date": { "type": "date" },
      "name": { "uiDefinition": {}, "type": "string" }
    },
    "connectionParameterSets": {
      "values": [{ "name": "basic", "parameters": { "user": { "type": "string" } } }]
    }
  }
}
`,
    ],
  },
});
