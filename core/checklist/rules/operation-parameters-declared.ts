import { insertMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "operation-parameters-declared",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation declares its parameters, even if there are none.",
  why: "It shows that the author has thought of them and not forgotten them.",
  todo: "Write `parameters: {}` when the operation takes none.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    operation({ id, item }, { report }) {
      if (item.get("parameters").exists || item.get("body").exists) return;
      report({
        at: item.keyPlace,
        message: `Operation ${id} does not declare its parameters.`,
        fix: { title: "Add parameters: {}", edits: () => insertMember(item, "parameters", {}, "path") },
      });
    },
  },
  examples: {
    bad: [
      `operations:
  a:
  ^ does not declare
    method: GET
    path: /items
    response: { status: [204] }
`,
    ],
    good: [
      `operations:
  a:
    parameters: {}
`,
      `operations:
  a:
    body: { schema: { type: object } }
`,
    ],
    fixed: [
      `operations:
  a:
    method: GET
    path: /items
    parameters: {}
    response: { status: [204] }
`,
    ],
  },
});
