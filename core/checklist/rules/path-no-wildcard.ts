import { isPath, keyPart } from "../paths.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "path-no-wildcard",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No path contains an asterisk.",
  why: "A path has no wildcards: nobody could say what stands in their place, and the validator refuses them.",
  todo: "Write a variable such as `{path}` and declare it as a path parameter.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationPathContainsUnsupportedCharacters"],
  check: {
    part: {
      pathItem({ item }, { report }) {
        const at = item.key.indexOf("*");
        if (at >= 0 && isPath(item))
          report({
            at: keyPart(item, at, at + 1),
            message: `The path ${item.key} contains an asterisk, which is no variable.`,
          });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/files/*": { "get": { "operationId": "GetFile" } } }
                     ^ The path /files/* contains an asterisk, which is no variable.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/files/{path}": { "get": { "operationId": "GetFile", "summary": "*" } }, "x-*": {} }
}
`,
    ],
  },
});
