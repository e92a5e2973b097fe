import { pathItems } from "../paths.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "path-case-unique",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No two paths differ only in capital letters.",
  why: "The platform compares paths without regard to capitals: of two such paths only one can be called.",
  todo: "Move the operations to one of the two paths.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["PathRedefined"],
  check: {
    connector(connector, { report }) {
      const first = new Map<string, string>();
      for (const item of pathItems(connector)) {
        const lower = item.key.toLowerCase();
        const owner = first.get(lower);
        if (owner === undefined) first.set(lower, item.key);
        else if (owner !== item.key)
          report({ at: item.keyPlace, message: `The path ${item.key} differs from ${owner} only in capital letters.` });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": { "get": { "operationId": "GetItem" } },
    "/Items/{id}": { "delete": { "operationId": "RemoveItem" } }
    ^^^^^^^^^^^^^ The path /Items/{id} differs from /items/{id} only in capital letters.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": {}, "/items/": {}, "/item": {} }
}
`,
    ],
  },
});
