import { renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

const METHOD = /^(?:get|put|post|delete|options|head|patch)$/i;

export default defineRule({
  id: "path-starts-with-slash",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every path starts with a slash.",
  why: "The path is put right behind host and base path; without a slash the address is another one.",
  todo: "Put a `/` in front of the path.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["OperationPathMustStartWithSlash"],
  check: {
    part: {
      pathItem({ item }, { report }) {
        if (item.key.startsWith("/")) return;
        // With brackets that do not pair, operations and definitions may seem to be paths: only what has operations is judged.
        const members = item.children();
        if (members.length && !members.some((member) => METHOD.test(member.key))) return;
        if (!isComplete(item.parent)) return;
        const key = `/${item.key.trim()}`;
        report({
          at: item.keyPlace,
          message: `The path "${item.key}" does not start with a slash.`,
          fix: { title: `Change the path to "${key}"`, edits: () => renameKey(item, key) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "items": { "get": { "operationId": "ListItems" } }
    ^^^^^^^ The path "items" does not start with a slash.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/": { "get": { "operationId": "GetRoot" } },
    "/items": { "get": { "operationId": "ListItems" } },
    "x-note": {}
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "it
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
    ],
  },
});
