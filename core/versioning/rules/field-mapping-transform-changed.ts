import { defineVersionRule } from "../rule.ts";

const before = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      mileage_km: { source: miles, transform: { multiply: 1.6 } }
`;
const after = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      mileage_km: { source: miles, transform: { multiply: 1.609 } }
`;

export default defineVersionRule({
  id: "field-mapping-transform-changed",
  change: "mapping.transform-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  presets: { strict: "minor" },
  since: "0.1.0",
  summary: "A canonical field is converted in another way.",
  why: "The field is the same; its values may differ.",
  todo: "Check with a test that the values are right, and publish a patch version.",
  message: (fact) => `The ${fact.entity} is converted in another way.`,
  examples: [
    { before, after, expect: ["field-mapping-transform-changed"] },
    {
      before,
      after: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      mileage_km: { source: miles, transform: { multiply: 1.60 } }
`,
      expect: [],
    },
  ],
});
