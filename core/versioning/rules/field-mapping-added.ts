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
      vin: vin
      make: make
`;

export default defineVersionRule({
  id: "field-mapping-added",
  change: "mapping.added",
  families: ["definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "One more canonical field is mapped.",
  why: "Orchestrations can use it now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["field-mapping-added"] },
    { before: after, after: before, expect: ["field-mapping-removed"] },
    {
      before: `operations:
  list_cars: { method: GET, path: /cars }
  get_car: { method: GET, path: /car }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields: { vin: vin }
`,
      after: `operations:
  list_cars: { method: GET, path: /cars }
  get_car: { method: GET, path: /car }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars, get_car]
    fields: { vin: vin }
`,
      expect: ["field-mapping-added"],
    },
  ],
});
