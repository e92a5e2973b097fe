import { defineVersionRule } from "../rule.ts";

const before = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      status: { source: s, transform: { values: { A: Active, S: Sold } } }
`;
const after = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      status: { source: s, transform: { values: { A: Active } } }
`;

export default defineVersionRule({
  id: "field-mapping-value-map-entry-removed",
  change: "mapping.value-removed",
  families: ["definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "A value is no longer translated.",
  why: "Orchestrations that work on the canonical field lose it.",
  breaks: "Orchestrations that wait for the canonical value.",
  todo: "Keep the mapping, or publish a major version.",
  witness: { step: "Vehicle.status of a sold car", before: '"sold"', after: '"S", as the system calls it' },
  message: (fact) => `The ${fact.entity} no longer translates a value.`,
  examples: [
    { before, after, expect: ["field-mapping-value-map-entry-removed"] },
    { before: after, after: before, expect: ["field-mapping-value-map-entry-added"] },
  ],
});
