import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-added",
  change: "mapping.added",
  families: ["definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "One more canonical field is mapped.",
  why: "Orchestrations can use it now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} was added.`,
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
      vin: vin
      make: make
`,
      expect: ["field-mapping-added"],
    },
  ],
});
