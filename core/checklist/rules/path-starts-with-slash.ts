import { renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";

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
    connector(connector, { report }) {
      const paths = swaggerRoot(connector).get("paths");
      // With brackets that do not pair, operations and definitions may seem to be paths: only what has operations is judged.
      if (!isComplete(paths)) return;
      for (const path of paths.children()) {
        if (!path.isObject || path.key.startsWith("/") || path.key.startsWith("x-")) continue;
        const members = path.children();
        if (members.length && !members.some((member) => METHOD.test(member.key))) continue;
        const key = `/${path.key.trim()}`;
        report({
          at: path.keyPlace,
          message: `The path "${path.key}" does not start with a slash.`,
          fix: { title: `Change the path to "${key}"`, edits: () => renameKey(path, key) },
        });
      }
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
