import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-value-map-entry-removed",
  change: "mapping.value-removed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A value is no longer translated.",
  why: "Orchestrations that work on the canonical field lose it.",
  todo: "Keep the mapping, or publish a major version.",
  message: (fact) => `The ${fact.entity} no longer translates a value.`,
  examples: [
    {
      before: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      status: { source: s, transform: { values: { A: Active, S: Sold } } }
`,
      after: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      status: { source: s, transform: { values: { A: Active } } }
`,
      expect: ["field-mapping-value-map-entry-removed"],
    },
  ],
});
