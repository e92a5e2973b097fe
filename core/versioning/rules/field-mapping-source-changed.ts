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
      vin: vin_code
`;

export default defineVersionRule({
  id: "field-mapping-source-changed",
  change: "mapping.source-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A canonical field is read from another place.",
  why: "The field is the same; its values may differ.",
  breaks: "Orchestrations that compare values with those of before.",
  todo: "Check with a test that the values are right, and publish a patch version.",
  witness: { step: "Vehicle.vin of ListCars", before: '"1HG…352", from vin', after: '"0007", from stock_code' },
  message: (fact) => `The ${fact.entity} reads ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["field-mapping-source-changed"] },
    {
      before,
      after: `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      vin: { source: vin }
`,
      expect: [],
    },
    {
      before: `operations:
  list_cars:
    response: { records: $.data, schema: { type: object } }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields: { vin: vin }
`,
      after: `operations:
  list_cars:
    response: { records: $.items, schema: { type: object } }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields: { vin: vin }
`,
      expect: ["field-mapping-source-changed"],
    },
  ],
});
