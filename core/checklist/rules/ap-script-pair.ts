import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "ap-script-pair",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The script and the list of its operations go together.",
  why: "A list without a script does nothing. A script without a list runs for all operations, which is rarely meant and slows all of them down.",
  todo: "Name the operations in `scriptOperations`, or take away what is not used.",
  source: "Sources of the command line tool; Microsoft Learn, writing code in a custom connector",
  check: {
    connector(connector, { complete, report }) {
      const { properties } = connector;
      const script = connector.file("script");
      const list = properties.get("scriptOperations");
      if (!properties.isObject || !swaggerRoot(connector).exists) return;
      if (script?.text.trim() && !list.exists)
        report({
          at: firstLine(script),
          message: "There is a script, but apiProperties.json names no scriptOperations.",
        });
      // Where only some files are at hand, the script may lie elsewhere.
      else if (!script && complete && list.children().length)
        report({ at: list.keyPlace, message: "scriptOperations names operations, but there is no script.csx." });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": [] } }
=== script.csx ===
public class Script : ScriptBase { }
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is a script, but apiProperties.json names no scriptOperations.
`,
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["ListItems"] } }
                  ^^^^^^^^^^^^^^^^^^ scriptOperations names operations, but there is no script.csx.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": [] } }
=== script.csx ===
public class Script : ScriptBase { }
`,
    ],
  },
});
