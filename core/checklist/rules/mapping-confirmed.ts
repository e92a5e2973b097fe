import { remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "mapping-confirmed",
  section: "mappings",
  families: ["definition"],
  severity: "warning",
  since: "0.1.0",
  summary: "No mapping is merely assumed.",
  why: "An assumption that nobody has checked moves wrong data between systems without an error.",
  todo: "Check the mapping and remove `status: assumed`. For the global catalogue it blocks publishing.",
  source: "Publishing page, pre-publication checklist: field mappings",
  check: {
    mapping({ fields }, { report, scope }) {
      for (const { assumed, item, target } of fields) {
        if (!assumed) continue;
        const status = item.get("status");
        report({
          at: status.place,
          severity: scope === "global" ? "error" : "warning",
          message: `The mapping of ${target} is assumed and not confirmed.`,
          fix: { title: `Confirm the mapping of ${target}`, edits: () => remove(status) },
        });
      }
    },
  },
  examples: {
    bad: [
      `field_mappings:
  customer:
    fields:
      phone:
        source: tel
        status: assumed
                ^^^^^^^ not confirmed
`,
    ],
    good: [
      `field_mappings:
  customer:
    fields:
      phone: { source: tel, status: confirmed }
      email: mail
`,
    ],
    fixed: [
      `field_mappings:
  customer:
    fields:
      phone:
        source: tel
`,
    ],
  },
});
