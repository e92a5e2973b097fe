import { resolveIn } from "../../model/base.ts";
import { Shape } from "../../model/shape.ts";
import type { Item } from "../../syntax/item.ts";
import { recordSchemas } from "../records.ts";
import { defineRule } from "../rule.ts";

/** Whether a record of this schema can hold a value at the path. */
function mayHold(schema: Item, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  const at = resolveIn(schema);
  if (step === undefined || !at.exists) return true;
  const shape = new Shape(at);
  if (!shape.properties.size) return shape.additional !== false;
  const property = shape.properties.get(step);
  return property ? mayHold(property, rest) : false;
}

export default defineRule({
  id: "mapping-path-exists",
  section: "mappings",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Native paths of a mapping exist in the records of its operations.",
  why: "A path into nothing maps nothing, and nobody is told.",
  todo: "Correct the path, or add the field to the response schema.",
  source: "Publishing page, pre-publication checklist: field mappings",
  check: {
    mapping({ fields, operations }, { connector, report }) {
      const records = operations.strings().flatMap((id) => recordSchemas(connector.operation(id)));
      if (!records.length) return;
      for (const { source, target } of fields) {
        const path = source.string;
        if (!path) continue;
        // An open schema may hold anything: only a path that every record excludes is wrong.
        if (records.every((record) => !mayHold(record, path.split("."))))
          report({
            at: source.place,
            message: `No record of these operations has "${path}", which ${target} is read from.`,
          });
      }
    },
  },
  examples: {
    bad: [
      `operations:
  list:
    response:
      records: $.data[*]
      schema:
        type: object
        properties:
          data: { type: array, items: { type: object, properties: { vin: { type: string } } } }
field_mappings:
  car:
    domain: Vehicle
    operations: [list]
    fields:
      vin: vin
      make: brand
            ^^^^^ No record
`,
    ],
    good: [
      `operations:
  list:
    response:
      schema: { type: object }
field_mappings:
  car:
    operations: [list]
    fields: { vin: anything.at.all }
`,
    ],
  },
});
