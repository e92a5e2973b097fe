import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

const KNOWN = ["actions", "triggers", "gateway", "cloud", "composite", "tabular", "blob"];
export default defineRule({
  id: "ap-capabilities-values",
  section: "auth",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Capabilities are among those that the platform knows.",
  why: "A capability that is spelt otherwise has no effect, and nobody says so.",
  todo: "Use actions, triggers, gateway and cloud, in small letters; the list may be empty.",
  source: "Schema of apiProperties.json; sources of the command line tool",
  check: {
    connector({ properties }, { report }) {
      for (const item of properties.get("capabilities").isArray ? properties.get("capabilities").children() : []) {
        const text = item.string;
        if (text === undefined || KNOWN.includes(text)) continue;
        const meant = KNOWN.find((one) => one === text.trim().toLowerCase()) ?? nearest(text, KNOWN);
        report({
          at: item.place,
          message: `The capability "${text}" is unknown${meant ? `; "${meant}" is known` : ""}.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(item, meant) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": ["Actions", "cloud"]
                     ^^^^^^^^^ The capability "Actions" is unknown; "actions" is known.
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": ["actions", "triggers", "gateway", "cloud", 1]
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": []
  }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": ["actions", "cloud"]
  }
}
`,
    ],
  },
});
