import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "field-mapping-target-type-changed",
  change: "mapping.target-type-changed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A canonical field gets values of another type.",
  why: "Orchestrations compute with the field, compare it and store it in typed columns.",
  todo: "Convert the value with a cast in the transform, so that the type stays, or publish a major version.",
  message: (fact) => `The ${fact.entity} delivers ${fact.to} instead of ${fact.from}.`,
  examples: [
    {
      before: `operations:
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
`,
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
      number_of_doors: layout
`,
      expect: ["field-mapping-target-type-changed"],
    },
  ],
});
