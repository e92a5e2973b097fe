import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-removed",
  change: "mapping.removed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A canonical field is no longer mapped.",
  why: "Orchestrations that work on the canonical field lose it.",
  todo: "Keep the mapping, or publish a major version.",
  message: (fact) => `The ${fact.entity} was removed.`,
  examples: [
    {
      before: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
      make: make
`,
      after: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
`,
      expect: ["field-mapping-removed"],
    },
  ],
});
