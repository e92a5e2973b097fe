import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-direction-added",
  change: "mapping.direction-added",
  families: ["definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A mapping gained a direction.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} works in both directions now.`,
  examples: [
    {
      before: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: { source: vin, direction: inbound }
`,
      after: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
`,
      expect: ["field-mapping-direction-added"],
    },
  ],
});
