import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "parameter-described",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every parameter has a type, a place and a description.",
  why: "Without a type values cannot be checked; without a description people guess.",
  todo: "Add `type`, `in` and `description` to the parameter.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    parameter({ name, item, operation, description, in: place }, { report }) {
      if (!item.get("type").string)
        report({
          at: item.keyPlace,
          message: `Parameter ${name} of ${operation.id} has no type.`,
          fix: { title: "Add type: string", edits: () => setMember(item, "type", "string") },
        });
      if (!place)
        report({ at: item.keyPlace, message: `Parameter ${name} of ${operation.id} does not say where it is sent.` });
      if (!description.string?.trim())
        report({
          at: item.keyPlace,
          severity: "warning",
          message: `Parameter ${name} of ${operation.id} has no description.`,
        });
    },
  },
  examples: {
    bad: [
      `operations:
  a:
    parameters:
      size:
      ^^^^ has no type
        in: query
        description: Size.
`,
      `operations:
  a:
    parameters:
      size: { in: query, type: string }
      ^^^^ has no description
`,
    ],
    good: [
      `operations:
  a:
    parameters:
      size: { in: query, type: string, description: Size. }
`,
    ],
    fixed: [
      `operations:
  a:
    parameters:
      size:
        in: query
        description: Size.
        type: string
`,
      undefined,
    ],
  },
});
