import { visibilityOf } from "../model/base.ts";
import type { Body, Operation } from "../model/connector.ts";
import { Shape } from "../model/shape.ts";
import type { SchemaFact } from "./diff-schema.ts";
import { changedExtensions, differs, type Fact, type Sink } from "./facts.ts";
import type { SchemaDiffer } from "./schema-differ.ts";

/** Compares what an operation takes as its body. */
export function diffBody(
  before: Body | undefined,
  after: Body | undefined,
  operation: Operation,
  differ: SchemaDiffer,
  sink: Sink,
): void {
  const entity = `request body of ${operation.id}`;
  const valuePath = `operation/${operation.id}/parameter/${(after ?? before)?.name}`;
  if (!before && !after) return;
  if (!before && after)
    return sink({
      kind: "request-body.added",
      entity,
      operation,
      required: after.required,
      new: after.use.keyPlace,
      valuePath,
    });
  if (before && !after)
    return sink({
      kind: "request-body.removed",
      entity,
      operation,
      old: before.use.keyPlace,
      new: operation.item.get("parameters").exists
        ? operation.item.get("parameters").keyPlace
        : operation.idItem.keyPlace,
      valuePath,
    });
  if (!before || !after) return;
  if (before.required !== after.required) {
    const now = after.item.get("required");
    const old = before.item.get("required");
    sink({
      kind: after.required ? "request-body.became-required" : "request-body.became-optional",
      entity,
      operation,
      old: old.exists ? old.place : before.use.keyPlace,
      new: now.exists ? now.place : after.use.keyPlace,
      valuePath,
    });
  }
  if (before.name !== after.name)
    sink({
      kind: "request-body.renamed",
      entity,
      operation,
      old: before.item.get("name").place,
      new: after.item.get("name").place,
      from: before.name,
      to: after.name,
      valuePath,
    });
  const emit = (kind: string, name: string, of = entity): void =>
    sink({
      kind,
      entity: of,
      operation,
      old: before.item.get(name).exists ? before.item.get(name).place : before.use.keyPlace,
      new: after.item.get(name).exists ? after.item.get(name).place : after.use.keyPlace,
    });
  const text = ["description", "x-ms-summary", "title"].find((name) =>
    differs(before.item.get(name), after.item.get(name)),
  );
  if (text) emit("request-parameter.description-changed", text);
  const [was, is] = [before, after].map(({ item }) => visibilityOf(item));
  if (was !== is)
    emit(
      `request-parameter.${is === "internal" ? "hidden" : was === "internal" ? "unhidden" : "visibility-changed"}`,
      "x-ms-visibility",
    );
  for (const name of changedExtensions(before.item, after.item))
    emit("extension.changed", name, `${name} of ${entity}`);
  for (const fact of schemaFacts(before, after, differ)) sink(requestFact(fact, operation, valuePath));
}

/** What differs between two schemas; a body without one has no fields that anybody could fill. */
function schemaFacts(before: Body, after: Body, differ: SchemaDiffer): readonly SchemaFact[] {
  const [old, now] = [before.schema, after.schema];
  if (old.exists && now.exists) return differ.compareWhole(old, now);
  if (!old.exists && !now.exists) return [];
  const shape = new Shape(old.exists ? old : now);
  const fields = [...shape.properties].filter(([, field]) => new Shape(field).keyword("readOnly").boolean !== true);
  if (!fields.length) {
    const aspect = old.exists ? "type-generalized" : "type-changed";
    const [from, to] = old.exists ? [shape.types.join(), undefined] : [undefined, shape.types.join()];
    const places = { old: before.use.keyPlace, new: after.use.keyPlace };
    return [{ aspect, path: [], ...places, ...(from && { from }), ...(to && { to }) }];
  }
  return fields.map(([name, field]) => ({
    aspect: old.exists ? "removed" : "added",
    path: [name],
    old: old.exists ? field.keyPlace : undefined,
    new: old.exists ? after.use.keyPlace : field.keyPlace,
    required: shape.required.has(name),
    hasDefault: new Shape(field).keyword("default").exists,
  }));
}

/** A fact of the body's schema in the words of the operation. */
function requestFact(fact: SchemaFact, operation: Operation, root: string): Fact {
  if (fact.aspect === "extension-changed")
    return {
      kind: "extension.changed",
      entity: `${fact.to} of ${operation.id}`,
      operation,
      ...(fact.old && { old: fact.old }),
      ...(fact.new && { new: fact.new }),
    };
  const name = fact.path.join(".");
  const tail = /type-/.test(fact.aspect)
    ? "/type"
    : /format-/.test(fact.aspect)
      ? "/format"
      : /enum/.test(fact.aspect)
        ? "/enum"
        : fact.aspect === "became-required"
          ? "/required"
          : "";
  return {
    kind: `request-property.${fact.aspect}`,
    entity: name ? `input ${name} of ${operation.id}` : `request body of ${operation.id}`,
    operation,
    valuePath: `${root}/schema${fact.path.map((step) => `/${step}`).join("")}${tail}`,
    ...(fact.old && { old: fact.old }),
    ...(fact.new && { new: fact.new }),
    ...(fact.from !== undefined && { from: fact.from }),
    ...(fact.to !== undefined && { to: fact.to }),
    ...(fact.required !== undefined && { required: fact.required }),
    ...(fact.hasDefault !== undefined && { hasDefault: fact.hasDefault }),
  };
}
