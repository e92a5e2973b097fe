import { setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

const SECRET = /^(?:.*_)?(?:api_?key|password|secret|client_?secret|access_?token|api_?token|subscription_?key)$/i;
export default defineRule({
  id: "ap-cp-secret-secure",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Connection parameters for secrets are of the type securestring, and shown to nobody.",
  why: "What is kept as plain text can be read by everybody who may see the connection.",
  todo: "Use the type securestring, and leave clearText out or false.",
  source: "Schema of apiProperties.json; Microsoft Learn, multiple ways to sign in",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        if (!SECRET.test(item.key)) continue;
        const type = item.get("type");
        if (type.string === "string")
          report({
            at: type.place,
            message: `The connection parameter ${item.key} holds a secret and is kept as plain text.`,
            fix: { title: 'Replace it by "securestring"', edits: () => setValue(type, "securestring") },
          });
        const clear = item.path("uiDefinition", "constraints", "clearText");
        if (type.string === "securestring" && (clear.boolean === true || clear.string === "true"))
          report({
            at: clear.place,
            message: `The connection parameter ${item.key} holds a secret and is shown while it is typed.`,
            fix: { title: "Do not show it", edits: () => setValue(clear, clear.isString ? "false" : false) },
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
      "api_key": { "type": "string" },
                           ^^^^^^^^ The connection parameter api_key holds a secret and is kept as plain text.
      "password": { "type": "securestring", "uiDefinition": { "constraints": { "clearText": true } } }
                                                                                            ^^^^ The connection parameter password holds a secret and is shown while it is typed.
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
      "api_key": { "type": "securestring", "uiDefinition": { "constraints": { "clearText": false } } },
      "keyword": { "type": "string" },
      "tokenUrl": { "type": "string" }
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
      "api_key": { "type": "securestring" },
      "password": { "type": "securestring", "uiDefinition": { "constraints": { "clearText": false } } }
    }
  }
}
`,
    ],
  },
});
