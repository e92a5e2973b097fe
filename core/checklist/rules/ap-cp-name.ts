import { renameKey } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

const NAME = /^\w+(?::\w+)*$/;
export default defineRule({
  id: "ap-cp-name",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Names of connection parameters consist of letters, digits and underscores.",
  why: "Policies and scripts refer to them by name, and other signs end the name there.",
  todo: "Leave other signs out. Parts of a sign-in are written behind a colon, as token:TenantId.",
  source: "Schema of apiProperties.json",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        if (!item.key || NAME.test(item.key)) continue;
        const plain = item.key.replace(/[^A-Za-z0-9_:]+/g, "_").replace(/^_+|_+$/g, "");
        const free = NAME.test(plain) && !item.parent.get(plain).exists;
        report({
          at: item.keyPlace,
          message: `The name "${item.key}" of a connection parameter has other signs than letters, digits and underscores.`,
          ...(free && { fix: { title: `Rename it to "${plain}"`, edits: () => renameKey(item, plain) } }),
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
      "API Key": { "type": "securestring" }
      ^^^^^^^^^ The name "API Key" of a connection parameter has other signs than letters, digits and underscores.
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
      "api_key": { "type": "securestring" },
      "token:TenantId": { "type": "string" }
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
      "API_Key": { "type": "securestring" }
    }
  }
}
`,
    ],
  },
});
