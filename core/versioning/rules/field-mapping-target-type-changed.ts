import { defineVersionRule } from "../rule.ts";

const before = `operations:
  list_cars:
    response:
      schema:
        type: object
        properties:
          doors: { type: integer }
          door_count: { type: integer }
          layout: { type: string }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      number_of_doors: doors
`;
const after = `operations:
  list_cars:
    response:
      schema:
        type: object
        properties:
          doors: { type: integer }
          door_count: { type: integer }
          layout: { type: string }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      number_of_doors: layout
`;

export default defineVersionRule({
  id: "field-mapping-target-type-changed",
  change: "mapping.target-type-changed",
  families: ["definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "A canonical field gets values of another type.",
  why: "Orchestrations compute with the field, compare it and store it in typed columns.",
  breaks: "Orchestrations that compute with the canonical field or store it in a typed column.",
  todo: "Convert the value with a cast in the transform, so that the type stays, or publish a major version.",
  witness: { step: "Vehicle.doors + 1", before: "5", after: 'fails: "4" is a text' },
  message: (fact) => `The ${fact.entity} delivers ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["field-mapping-target-type-changed"] },
    {
      before,
      after: `operations:
  list_cars:
    response:
      schema:
        type: object
        properties:
          doors: { type: integer }
          door_count: { type: integer }
          layout: { type: string }
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      number_of_doors: door_count
`,
      expect: ["field-mapping-source-changed"],
    },
  ],
});
