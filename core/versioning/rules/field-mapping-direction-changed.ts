import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-direction-changed",
  change: "mapping.direction-changed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A mapping lost a direction.",
  why: "Orchestrations that work on the canonical field lose it.",
  todo: "Keep the mapping, or publish a major version.",
  message: (fact) => `The ${fact.entity} is ${fact.to} instead of ${fact.from}.`,
  examples: [
    {
      before: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
`,
      after: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: { source: vin, direction: inbound }
`,
      expect: ["field-mapping-direction-changed"],
    },
  ],
});
