import { baseName, dirName } from "../../model/files.ts";
import { setValue } from "../../syntax/edits.ts";
import { Item } from "../../syntax/item.ts";
import type { FileRole } from "../../syntax/source.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

const ROLES: readonly (readonly [string, FileRole])[] = [
  ["apiDefinition", "definition"],
  ["apiProperties", "properties"],
  ["icon", "icon"],
  ["script", "script"],
];

export default defineRule({
  id: "settings-files-exist",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The files that settings.json names exist.",
  why: "The command line tool reads them from there and stops when one is missing.",
  todo: "Correct the name; it is relative to the folder of settings.json. An icon or a script that is not beside it is not looked for.",
  source: "Sources of the command line tool; schema of settings.json",
  check: {
    connector({ files, isFolder }, { report }) {
      const settings = files.find((file) => file.role === "settings");
      if (!settings || !isFolder) return;
      const folder = dirName(settings.path);
      for (const [key, role] of ROLES) {
        const item = Item.root(settings).get(key);
        const name = item.string?.trim().replace(/\\/g, "/").replace(/^\.\//, "");
        // A path to somewhere else leads out of what is known here.
        if (!name || /^(?:[a-z]:|\.\.)|\//i.test(name)) continue;
        const beside = files.filter((file) => dirName(file.path) === folder).map((file) => baseName(file.path));
        if (beside.includes(name)) continue;
        const fitting = files.filter((file) => file.role === role && dirName(file.path) === folder);
        // Images and scripts may be kept elsewhere; a wrong name shows where there is one beside.
        if ((role === "icon" || role === "script") && !fitting.length) continue;
        const names = fitting.map((file) => baseName(file.path));
        const meant = names.length === 1 ? names[0] : nearest(name, names);
        report({
          at: item.place,
          message: `settings.json names the file ${name}, which does not exist.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(item, meant) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== settings.json ===
{
  "apiDefinition": "api.json",
                   ^^^^^^^^^^ settings.json names the file api.json, which does not exist.
  "apiProperties": "apiProperties.json",
                   ^^^^^^^^^^^^^^^^^^^^ settings.json names the file apiProperties.json, which does not exist.
  "script": "Script.csx"
            ^^^^^^^^^^^^ settings.json names the file Script.csx, which does not exist.
}
=== script.csx ===
public class Script : ScriptBase { }
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== settings.json ===
{
  "apiDefinition": "./apiDefinition.swagger.json",
  "apiProperties": "../shared/apiProperties.json",
  "icon": "icon.png",
  "script": "",
  "environment": "Default-1"
}
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== settings.json ===
{
  "apiDefinition": "apiDefinition.swagger.json",
  "apiProperties": "apiProperties.json",
  "script": "script.csx"
}
=== script.csx ===
public class Script : ScriptBase { }
`,
    ],
  },
});
