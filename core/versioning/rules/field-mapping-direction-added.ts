import { defineVersionRule } from "../rule.ts";

const before = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: { source: vin, direction: inbound }
`;
const after = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: vin
`;

export default defineVersionRule({
  id: "field-mapping-direction-added",
  change: "mapping.direction-added",
  families: ["definition"],
  direction: "behaviour",
  requires: "minor",
  since: "0.1.0",
  summary: "A mapping gained a direction.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} works in both directions now.`,
  examples: [
    { before, after, expect: ["field-mapping-direction-added"] },
    { before: after, after: before, expect: ["field-mapping-direction-changed"] },
  ],
});
