import type { TextEdit } from "../../syntax/source.ts";
import { firstLine, textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { classesOf, scriptOf } from "../script.ts";

export default defineRule({
  id: "script-class",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The script has the class Script, which derives from ScriptBase.",
  why: "The platform looks for just this class; under another name, in other capitals too, the code never runs.",
  todo: "Write `public class Script : ScriptBase`. Other classes may stand beside it.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity(entity, { report }) {
      const script = scriptOf(entity);
      if (!script) return;
      const { file } = script;
      const classes = classesOf(script);
      if (classes.some(({ name, base }) => name === "Script" && base === "ScriptBase")) return;
      const edit = (start: number, end: number, newText: string) => (): TextEdit[] => [
        { path: file.path, start, end, newText },
      ];
      const exact = classes.find(({ name }) => name === "Script");
      const derived = classes.find(({ base }) => base === "ScriptBase");
      const near = exact ?? derived ?? classes.find(({ name }) => name.toLowerCase() === "script");
      if (exact)
        report({
          at: textPlace(file, exact.start, exact.end),
          message: "The class Script does not derive from ScriptBase.",
          ...(!exact.base && {
            fix: { title: "Derive it from ScriptBase", edits: edit(exact.end, exact.end, " : ScriptBase") },
          }),
        });
      else if (near)
        report({
          at: textPlace(file, near.start, near.end),
          message: `The class of the script is called ${near.name} and not Script.`,
          fix: {
            title: 'Rename it to "Script"',
            edits: edit(near.start, near.end, derived ? "Script" : "Script : ScriptBase"),
          },
        });
      else report({ at: firstLine(file), message: "The script has no class Script : ScriptBase." });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== script.csx ===
public class script : ScriptBase
             ^^^^^^ The class of the script is called script and not Script.
{
}
`,
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script
             ^^^^^^ The class Script does not derive from ScriptBase.
{
}
`,
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
^^^^^^^^^^^^^ The script has no class Script : ScriptBase.
// class Script : ScriptBase
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
public class Item { }
public partial class Script : Microsoft.ScriptBase
{
}
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No script
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
{
}
`,
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
{
}
`,
      undefined,
    ],
  },
});
