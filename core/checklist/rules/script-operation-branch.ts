import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { scriptOf } from "../script.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

/** A text that is compared with the id of the operation, on either side. */
const COMPARED =
  /\bContext\.OperationId\s*(?:==|!=|\.Equals\s*\()\s*"([^"\r\n]+)"|"([^"\r\n]+)"\s*(?:==|!=|\.Equals\s*\()\s*(?:this\.)?Context\.OperationId\b/g;

export default defineRule({
  id: "script-operation-branch",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Operations that the script asks for exist in the definition.",
  why: "A name with a slip matches nothing: the code behind it never runs, and nothing says so.",
  todo: "Write the operationId exactly as the definition has it; letter case counts.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity(entity, { connector, report }) {
      const script = scriptOf(entity);
      const root = script && swaggerRoot(connector);
      // In a definition that is still being typed an operation may be there without being seen.
      if (!script || !root || !isComplete(root) || !isComplete(root.get("paths"))) return;
      const { file } = script;
      for (const match of file.text.matchAll(COMPARED)) {
        const name = (match[1] ?? match[2]) as string;
        if (connector.operation(name)) continue;
        const start = match.index + match[0].indexOf(`"${name}"`) + 1;
        // What stands in a comment is no code.
        if (!script.code.slice(match.index, match.index + match[0].length).includes("OperationId")) continue;
        const meant = nearest(name, connector.operationIds);
        report({
          at: textPlace(file, start, start + name.length),
          message: `The script asks for the operation ${name}, which the definition does not have.`,
          fix: meant
            ? {
                title: `Replace it by "${meant}"`,
                edits: () => [{ path: file.path, start, end: start + name.length, newText: meant }],
              }
            : [],
        });
      }
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0", "paths": { "/items": { "get": { "operationId": "GetItem" } } } }
=== script.csx ===
if (this.Context.OperationId == "GetItm") { }
                                 ^^^^^^ The script asks for the operation GetItm, which the definition does not have.
`,
    ],
    good: [
      `{ "swagger": "2.0", "paths": { "/items": { "get": { "operationId": "GetItem" } } } }
=== script.csx ===
if (this.Context.OperationId == "GetItem") { }
// if (this.Context.OperationId == "Gone") { }
if ("GetItem".Equals(this.Context.OperationId)) { }
if (name == "Other") { }
`,
    ],
    fixed: [
      `{ "swagger": "2.0", "paths": { "/items": { "get": { "operationId": "GetItem" } } } }
=== script.csx ===
if (this.Context.OperationId == "GetItem") { }
`,
    ],
  },
});
