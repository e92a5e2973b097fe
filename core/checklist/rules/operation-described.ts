import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { sentenceFromName } from "../text.ts";

export default defineRule({
  id: "operation-described",
  section: "operations",
  families: ["definition"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every operation has a name and a description.",
  why: "They are what people read when they pick a step.",
  todo: "Add `name` and `description` to the operation.",
  source: "Publishing page, best practices",
  check: {
    operation({ id, item, summary, description }, { report }) {
      if (!summary.string?.trim()) {
        const name = sentenceFromName(id);
        report({
          at: summary.exists ? summary.keyPlace : item.keyPlace,
          message: `Operation ${id} has no name.`,
          fix: { title: `Add name: ${name}`, edits: () => setMember(item, "name", name) },
        });
      }
      if (!description.string?.trim())
        report({
          at: description.exists ? description.keyPlace : item.keyPlace,
          message: `Operation ${id} has no description.`,
        });
    },
  },
  examples: {
    bad: [
      `operations:
  list_items:
  ^^^^^^^^^^ has no name
    method: GET
    description: ""
    ^^^^^^^^^^^ has no description
`,
    ],
    good: [
      `operations:
  a:
    name: A
    description: Does a.
`,
    ],
    fixed: [
      `operations:
  list_items:
    method: GET
    description: ""
    name: List items
`,
    ],
  },
});
