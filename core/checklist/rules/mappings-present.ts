import { defineRule } from "../rule.ts";

export default defineRule({
  id: "mappings-present",
  section: "mappings",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "At least one set of fields is mapped to the canonical data model.",
  why: "Orchestrations work on canonical fields; an unmapped connector gives them nothing.",
  todo: "Add a mapping set under `field_mappings`.",
  source: "Publishing page, pre-publication checklist: field mappings",
  check: {
    connector({ root }, { report }) {
      const container = root.get("field_mappings");
      if (!root.isObject || container.children().some((mapping) => mapping.isObject)) return;
      report({ at: container.exists ? container.keyPlace : root.keyPlace, message: "The connector maps no fields." });
    },
  },
  examples: {
    bad: [
      `overview:
^^^^^^^^^ maps no fields
  name: A
`,
    ],
    good: [
      `field_mappings:
  car: { domain: Vehicle, operations: [a], fields: { vin: vin } }
`,
    ],
  },
});
