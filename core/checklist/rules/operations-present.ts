import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "operations-present",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector has at least one operation.",
  why: "A connector without operations can do nothing.",
  todo: "Add an operation under `operations`.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    connector({ root, operations }, { report }) {
      if (!root.isObject || operations.length) return;
      const container = root.get("operations");
      report({
        at: container.exists ? container.keyPlace : root.keyPlace,
        message: "The connector has no operation.",
        fix: {
          title: "Add an operation",
          edits: () =>
            setMember(root, "operations", {
              list_items: {
                name: "List items",
                description: "Returns all items.",
                method: "GET",
                path: "/items",
                parameters: {},
              },
            }),
        },
      });
    },
  },
  examples: {
    bad: [
      `overview:
^^^^^^^^^ has no operation
  name: A
`,
    ],
    good: [
      `operations:
  a:
    method: GET
`,
    ],
    fixed: [
      `overview:
  name: A
operations:
  list_items:
    name: List items
    description: Returns all items.
    method: GET
    path: /items
    parameters: {}
`,
    ],
  },
});
