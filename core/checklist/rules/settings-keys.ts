import { settings } from "../../model/schemas/settings.generated.ts";
import { renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "settings-keys",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "settings.json has only members that the command line reads.",
  why: "A misspelt member is passed over, and the command line then asks for what it says.",
  todo: "Correct the spelling, or remove the member.",
  source: "Sources of the command line tool",
  check: {
    entity({ file, item: root }, { report }) {
      if (file.role !== "settings" || !root.isObject) return;
      const known = Object.keys(settings.document.properties ?? {});
      for (const item of root.children()) {
        const { key } = item;
        if (!key || key === "$schema" || known.includes(key)) continue;
        const meant = known.find((one) => one.toLowerCase() === key.toLowerCase()) ?? nearest(key, known);
        const free = meant !== undefined && !root.get(meant).exists;
        report({
          at: item.keyPlace,
          message: `The command line does not read "${key}"${meant ? `; it reads "${meant}"` : ""}.`,
          ...(meant && free && { fix: { title: `Rename it to "${meant}"`, edits: () => renameKey(item, meant) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "apiDefinitions": "a.json", "colour": 1 }
  ^^^^^^^^^^^^^^^^ The command line does not read "apiDefinitions"; it reads "apiDefinition".
                              ^^^^^^^^ The command line does not read "colour".
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "$schema": "x", "connectorId": "a", "script": null }
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "apiDefinition": "a.json", "colour": 1 }
`,
    ],
  },
});
