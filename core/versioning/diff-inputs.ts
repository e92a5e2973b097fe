import type { Operation, Parameter } from "../model/connector.ts";
import { Shape } from "../model/shape.ts";
import type { Item } from "../syntax/item.ts";
import { diffBody } from "./diff-body.ts";
import { diffDynamic } from "./diff-dynamic.ts";
import { aspectName } from "./diff-schema.ts";
import { diffValue } from "./diff-value.ts";
import { changedExtensions, differs, type Fact, type Sink, show } from "./facts.ts";
import type { SchemaDiffer } from "./schema-differ.ts";

/** Compares what an operation takes: its parameters and its body. `alike` says that the operation itself is written alike. */
export function diffInputs(
  before: Operation,
  after: Operation,
  differ: SchemaDiffer,
  alike: boolean,
  sink: Sink,
): void {
  // What is written alike, and refers to nothing that differs, does not differ.
  if (!alike || !before.parameters.every(({ use }) => differ.unchanged.reaches(use)))
    diffParameters(before, after, differ, sink);
  diffBody(before.body, after.body, after, differ, sink);
}

function diffParameters(before: Operation, after: Operation, differ: SchemaDiffer, sink: Sink): void {
  const old = new Map(before.parameters.map((parameter) => [identity(parameter), parameter]));
  const now = new Map(after.parameters.map((parameter) => [identity(parameter), parameter]));
  const moved = new Set<Parameter>();
  for (const [key, parameter] of old) {
    const match = now.get(key);
    if (match) {
      diffParameter(parameter, match, after, differ, sink);
      continue;
    }
    // The same name in another place is one fact, and not a removal and an addition.
    const elsewhere = [...now].find(
      ([other, candidate]) => candidate.name === parameter.name && !old.has(other) && !moved.has(candidate),
    )?.[1];
    if (elsewhere) {
      moved.add(elsewhere);
      sink({
        ...subject(elsewhere, after),
        kind: "parameter.location-changed",
        old: place(parameter, "in"),
        new: place(elsewhere, "in"),
        from: parameter.in,
        to: elsewhere.in,
        valuePath: `operation/${after.id}/parameter/${parameter.name}/in`,
      });
      diffParameter(parameter, elsewhere, after, differ, sink);
    } else
      sink({
        ...subject(parameter, after),
        kind: "parameter.removed",
        old: parameter.use.get("name").exists ? place(parameter, "name") : parameter.use.keyPlace,
        new: after.item.get("parameters").exists ? after.item.get("parameters").keyPlace : after.idItem.keyPlace,
      });
  }
  for (const [key, parameter] of now) {
    if (old.has(key) || moved.has(parameter)) continue;
    sink({ ...subject(parameter, after), kind: "parameter.added", new: place(parameter, "name") });
  }
}

/** Name and location; header names are compared without letter case, as HTTP has it. */
function identity(parameter: Parameter): string {
  return parameter.in === "header" ? `header ${parameter.name.toLowerCase()}` : `${parameter.in} ${parameter.name}`;
}

function subject(parameter: Parameter, operation: Operation): Omit<Fact, "kind"> {
  return {
    entity: `parameter ${parameter.name} of ${operation.id}`,
    operation,
    required: parameter.required,
    internal: parameter.internal,
    hasDefault: parameter.item.get("default").exists,
    valuePath: `operation/${operation.id}/parameter/${parameter.name}`,
  };
}

function place(parameter: Parameter, key: string) {
  const item = parameter.item.get(key);
  return item.exists ? item.place : parameter.use.keyPlace;
}

function diffParameter(
  before: Parameter,
  after: Parameter,
  operation: Operation,
  differ: SchemaDiffer,
  sink: Sink,
): void {
  if (differ.unchanged.same(before.use, after.use)) return;
  const base = subject(after, operation);
  const emit = (aspect: string, old: Item, now: Item, from?: string, to?: string, tail = ""): void => {
    sink({
      ...base,
      kind: `request-parameter.${aspect}`,
      old: old.exists ? old.place : before.use.keyPlace,
      new: now.exists ? now.place : place(after, "name"),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(tail && { valuePath: `${base.valuePath}/${tail}` }),
    });
  };
  const old = before.item;
  const now = after.item;
  if (before.required !== after.required)
    emit(
      after.required ? "became-required" : "became-optional",
      old.get("required"),
      now.get("required"),
      undefined,
      undefined,
      "required",
    );
  for (const fact of values(new Shape(old), new Shape(now)))
    emit(fact.aspect, fact.old, fact.new, fact.from, fact.to, fact.tail);
  diffDefault(before, after, emit);
  if (before.visibility !== after.visibility)
    emit(
      after.internal ? "hidden" : before.internal ? "unhidden" : "visibility-changed",
      old.get("x-ms-visibility"),
      now.get("x-ms-visibility"),
      before.visibility,
      after.visibility,
      "x-ms-visibility",
    );
  const format = (item: Item): string => item.get("collectionFormat").string ?? "csv";
  if (format(old) !== format(now))
    emit(
      "collection-format-changed",
      old.get("collectionFormat"),
      now.get("collectionFormat"),
      format(old),
      format(now),
    );
  const empty = (item: Item): boolean => item.get("allowEmptyValue").boolean === true;
  if (empty(old) !== empty(now))
    emit(
      empty(now) ? "allow-empty-value-added" : "allow-empty-value-removed",
      old.get("allowEmptyValue"),
      now.get("allowEmptyValue"),
    );
  const encoding = (item: Item): string => item.get("x-ms-url-encoding").string ?? "single";
  if (encoding(old) !== encoding(now))
    emit(
      "url-encoding-changed",
      old.get("x-ms-url-encoding"),
      now.get("x-ms-url-encoding"),
      encoding(old),
      encoding(now),
    );
  for (const name of ["description", "x-ms-summary", "title", "example", "x-example"]) {
    if (!differs(old.get(name), now.get(name))) continue;
    emit("description-changed", old.get(name), now.get(name));
    break;
  }
  const extension = (name: string): void =>
    sink({
      ...base,
      kind: "extension.changed",
      entity: `${name} of ${base.entity}`,
      old: old.get(name).exists ? old.get(name).keyPlace : before.use.keyPlace,
      new: now.get(name).exists ? now.get(name).keyPlace : after.use.keyPlace,
    });
  diffDynamic(old, now, (aspect, from, to, name) => (name ? extension(name) : emit(aspect, from, to)));
  for (const name of changedExtensions(old, now)) extension(name);
  // Items of an array parameter are part of its value.
  if (old.get("items").isObject && now.get("items").isObject) {
    for (const fact of differ.compareWhole(old.get("items"), now.get("items"))) {
      if (fact.aspect === "description-changed" || fact.aspect === "type-written") continue;
      sink({
        ...base,
        kind: `request-parameter.${fact.aspect}`,
        ...(fact.old && { old: fact.old }),
        ...(fact.new && { new: fact.new }),
        ...(fact.from !== undefined && { from: fact.from }),
        ...(fact.to !== undefined && { to: fact.to }),
      });
    }
  } else if (
    old.get("items").isObject !== now.get("items").isObject &&
    old.get("type").string === now.get("type").string
  )
    emit(
      now.get("items").isObject ? "type-changed" : "type-generalized",
      old.get("items"),
      now.get("items"),
      old.get("items").isObject ? "typed items" : "any items",
      now.get("items").isObject ? "typed items" : "any items",
    );
}

function values(before: Shape, after: Shape) {
  return diffValue(before, after, true).map((fact) => ({
    ...fact,
    tail: fact.aspect.startsWith("enum")
      ? "enum"
      : fact.aspect === "type" || fact.aspect === "format"
        ? fact.aspect
        : "",
    aspect: aspectName(fact.aspect, fact.sense, "request", true),
  }));
}

/** A default of an optional input changes what leaving it out means; of a required one it only fills the form. */
function diffDefault(
  before: Parameter,
  after: Parameter,
  emit: (aspect: string, old: Item, now: Item, from?: string, to?: string) => void,
): void {
  const from = before.item.get("default");
  const to = after.item.get("default");
  if (from.exists === to.exists && !differs(from, to)) return;
  const aspect =
    after.internal && before.internal
      ? "internal-default-changed"
      : after.required && before.required
        ? "default-hint-changed"
        : !from.exists
          ? "default-added"
          : !to.exists
            ? "default-removed"
            : "default-changed";
  emit(aspect, from, to, from.exists ? show(from.toData()) : undefined, to.exists ? show(to.toData()) : undefined);
}
