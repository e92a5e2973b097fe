import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-source-changed",
  change: "mapping.source-changed",
  families: ["definition"],
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A canonical field is read from another place.",
  why: "The field is the same; its values may differ.",
  todo: "Check with a test that the values are right, and publish a patch version.",
  message: (fact) => `The ${fact.entity} reads ${fact.to} instead of ${fact.from}.`,
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
      vin: vin_code
`,
      expect: ["field-mapping-source-changed"],
    },
  ],
});
