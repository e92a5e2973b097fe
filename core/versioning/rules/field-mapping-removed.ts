import { defineVersionRule } from "../rule.ts";

const before = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
      make: make
`;
const after = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
`;

export default defineVersionRule({
  id: "field-mapping-removed",
  change: "mapping.removed",
  families: ["definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "A canonical field is no longer mapped.",
  why: "Orchestrations that work on the canonical field lose it.",
  breaks: "Orchestrations that use the canonical field.",
  todo: "Keep the mapping, or publish a major version.",
  witness: { step: "Vehicle.make of ListCars", before: '"Honda"', after: "empty" },
  message: (fact) => `The ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["field-mapping-removed"] },
    { before: after, after: before, expect: ["field-mapping-added"] },
    {
      before: `operations:
  list_cars: { method: GET, path: /cars }
  get_car: { method: GET, path: /car }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars, get_car]
    fields: { vin: vin }
`,
      after: `operations:
  list_cars: { method: GET, path: /cars }
  get_car: { method: GET, path: /car }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields: { vin: vin }
`,
      expect: ["field-mapping-removed"],
    },
  ],
});
