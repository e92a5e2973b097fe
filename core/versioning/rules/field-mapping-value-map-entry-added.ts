import { defineVersionRule } from "../rule.ts";

const before = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      status: { source: s, transform: { values: { A: Active } } }
`;
const after = `field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars]
    fields:
      status: { source: s, transform: { values: { A: Active, S: Sold } } }
`;

export default defineVersionRule({
  id: "field-mapping-value-map-entry-added",
  change: "mapping.value-added",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  since: "0.1.0",
  summary: "One more value is translated.",
  why: "A value that came through untranslated is right now.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The ${fact.entity} translates one more value.`,
  examples: [
    { before, after, expect: ["field-mapping-value-map-entry-added"] },
    { before: after, after: before, expect: ["field-mapping-value-map-entry-removed"] },
  ],
});
