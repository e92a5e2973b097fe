import { cdm } from "../../model/cdm.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "mapping-required-fields",
  section: "mappings",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every required field of a mapped domain is mapped.",
  why: "Records without their key cannot be told apart.",
  todo: "Add the field to `fields` of the mapping set.",
  source: "Publishing page, pre-publication checklist: field mappings",
  check: {
    mapping({ item, domain, fields }, { report }) {
      const known = cdm.get(domain.string ?? "");
      for (const [name, field] of Object.entries(known?.fields ?? {})) {
        if (!field.required || fields.some(({ target }) => target === name)) continue;
        const container = item.get("fields");
        report({
          at: container.exists ? container.keyPlace : item.keyPlace,
          message: `${known?.name} needs the field ${name}, which is not mapped.`,
        });
      }
    },
  },
  examples: {
    bad: [
      `field_mappings:
  car:
    domain: Vehicle
    fields:
    ^^^^^^ needs the field vin
      make: brand
`,
    ],
    good: [
      `field_mappings:
  car:
    domain: Vehicle
    fields: { vin: vin }
`,
    ],
  },
});
