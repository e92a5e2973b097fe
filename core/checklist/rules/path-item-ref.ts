import { isPath } from "../paths.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "path-item-ref",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every path holds its operations itself and refers to no other place.",
  why: "The platform does not follow references of paths: the operations would not be there.",
  todo: "Write the operations under the path and remove `$ref`.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["PathItemRefNotSuppored"],
  check: {
    part: {
      pathItem({ item }, { report }) {
        const ref = item.get("$ref");
        if (ref.exists && isPath(item))
          report({
            at: ref.place,
            message: `The path ${item.key} refers to another place instead of holding operations.`,
          });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "$ref": "items.json" } }
                                 ^^^^^^^^^^^^ The path /items refers to another place instead of holding operations.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "parameters": [{ "$ref": "#/parameters/Top" }] } },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } }
}
`,
    ],
  },
});
