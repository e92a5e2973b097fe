import { recordSchemas } from "../checklist/records.ts";
import { cdm } from "../model/cdm.ts";
import type { Connector, MappingField } from "../model/connector.ts";
import { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";

/** What types of JSON are called in the canonical data model. */
const CANONICAL: Readonly<Record<string, string>> = {
  string: "String",
  number: "Number",
  integer: "Integer",
  boolean: "Boolean",
  "date-time": "DateTime",
  array: "Array",
};

/**
 * Type of the values that a canonical field gets: that of the native field, as the schemas of its operations say it, after the
 * transform. `undefined` where nothing says it, or where operations disagree.
 */
export function deliveredType({ mapping, source, transform }: MappingField, connector: Connector): string | undefined {
  const cast = transform.get("cast").string;
  if (cast) return cast;
  if (transform.get("date").exists) return "date-time";
  if (transform.get("multiply").exists) return "number";
  const values = transform.get("values").children();
  if (values.length) return only(values.map(({ scalar }) => typeof scalar));
  const path = (source.string ?? "").split(".");
  const records = mapping.operations.strings().flatMap((id) => recordSchemas(connector.operation(id)));
  return only(records.map((record) => typeAt(record, path)));
}

/** Whether consumers of a canonical field get other values than before; a type that the model demands is a correction. */
export function otherValues({ mapping, target }: MappingField, from: string, to: string): boolean {
  if (from === to || (from === "number" && to === "integer")) return false;
  return cdm.get(mapping.domain.string ?? "")?.fields[target]?.type !== CANONICAL[to];
}

function typeAt(record: Item, path: readonly string[]): string | undefined {
  let shape = new Shape(record);
  for (const step of path) {
    const next = shape.properties.get(step);
    if (!next) return undefined;
    shape = new Shape(next);
  }
  return shape.format === "date-time" ? "date-time" : only(shape.types);
}
function only<T>(list: readonly T[]): T | undefined {
  return new Set(list).size === 1 ? list[0] : undefined;
}
