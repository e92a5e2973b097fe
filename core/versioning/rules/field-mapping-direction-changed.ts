import { defineVersionRule } from "../rule.ts";

const before = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
`;
const after = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: { source: vin, direction: inbound }
`;

export default defineVersionRule({
  id: "field-mapping-direction-changed",
  change: "mapping.direction-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "A mapping lost a direction.",
  why: "Orchestrations that work on the canonical field lose it.",
  breaks: "Orchestrations that use the field in the direction that is gone.",
  todo: "Keep the mapping, or publish a major version.",
  witness: { step: "writing Vehicle.status to the system", before: "stored", after: "nothing is written" },
  message: (fact) => `The ${fact.entity} is ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["field-mapping-direction-changed"] },
    { before: after, after: before, expect: ["field-mapping-direction-added"] },
  ],
});
