import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

const METHODS: readonly string[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

export default defineRule({
  id: "operation-address",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation has a method and a path that no other operation has.",
  why: "The two are the call itself; the same call twice cannot be told apart in logs and limits.",
  todo: "Give each operation its own `method` and `path`; the path starts with a slash.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    operation({ id, item, method, methodItem, path, pathItem }, { report }) {
      if (!METHODS.includes(method))
        report({
          at: methodItem.exists ? methodItem.place : item.keyPlace,
          message: methodItem.exists
            ? `"${String(methodItem.scalar ?? "")}" is no HTTP method that a connector may use.`
            : `Operation ${id} has no method.`,
        });
      if (!path)
        report({ at: pathItem.exists ? pathItem.place : item.keyPlace, message: `Operation ${id} has no path.` });
      else if (!path.startsWith("/"))
        report({
          at: pathItem.place,
          message: `The path of ${id} does not start with a slash.`,
          fix: { title: `Set it to /${path}`, edits: () => setValue(pathItem, `/${path}`) },
        });
      else if (/[?#\s]/.test(path))
        report({
          at: pathItem.place,
          message: `The path of ${id} holds a query, a fragment or a blank: declare parameters instead.`,
        });
    },
    connector({ operations }, { report }) {
      const seen = new Map<string, string>();
      for (const { id, method, path, pathItem } of operations) {
        if (!path || !method) continue;
        const address = `${method} ${path.replace(/\{[^}]*\}/g, "{}")}`;
        const first = seen.get(address);
        if (first) report({ at: pathItem.place, message: `${id} makes the same call as ${first}.` });
        else seen.set(address, id);
      }
    },
  },
  examples: {
    bad: [
      `operations:
  a:
    method: GET
    path: /items/{id}
  b:
    method: GET
    path: /items/{key}
          ^^^^^^^^^^^^ same call as a
  c:
    method: FETCH
            ^^^^^ no HTTP method
    path: /x
  d:
  ^ has no method
    path: items
          ^^^^^ does not start with a slash
`,
    ],
    good: [
      `operations:
  a:
    method: GET
    path: /items
  b:
    method: POST
    path: /items
`,
    ],
    fixed: [
      `operations:
  a:
    method: GET
    path: /items/{id}
  b:
    method: GET
    path: /items/{key}
  c:
    method: FETCH
    path: /x
  d:
    path: /items
`,
    ],
  },
});
