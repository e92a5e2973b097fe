import { renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

const KNOWN = [
  "iconBrandColor",
  "publisher",
  "stackOwner",
  "capabilities",
  "connectionParameters",
  "connectionParameterSets",
  "policyTemplateInstances",
  "scriptOperations",
];
export default defineRule({
  id: "ap-unknown-property",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every member of apiProperties.json is one that the platform reads.",
  why: "A misspelt member is passed over: the owner or the script it names is missing, and nobody says so.",
  todo: "Correct the spelling, or remove the member.",
  source: "Schema of apiProperties.json; Microsoft Learn, multiple ways to sign in",
  check: {
    connector({ properties }, { report }) {
      for (const item of properties.isObject ? properties.children() : []) {
        const { key } = item;
        if (!key || KNOWN.includes(key)) continue;
        const meant = KNOWN.find((one) => one.toLowerCase() === key.toLowerCase()) ?? nearest(key, KNOWN);
        const free = meant !== undefined && !properties.get(meant).exists;
        report({
          at: item.keyPlace,
          message: `The platform does not read "${key}"${meant ? `; it reads "${meant}"` : ""}.`,
          ...(meant && free && { fix: { title: `Rename it to "${meant}"`, edits: () => renameKey(item, meant) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "stackowner": "Contoso",
    ^^^^^^^^^^^^ The platform does not read "stackowner"; it reads "stackOwner".
    "colour": "#0a4b8c"
    ^^^^^^^^ The platform does not read "colour".
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "iconBrandColor": "#0a4b8c",
    "scriptOperations": [],
    "connectionParameterSets": {},
    "policyTemplateInstances": []
  }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "stackOwner": "Contoso",
    "colour": "#0a4b8c"
  }
}
`,
    ],
  },
});
