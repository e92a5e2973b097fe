import { Item } from "../syntax/item.ts";
import type { SourceFile } from "../syntax/source.ts";
import { Kind, type Node, type Scalar, type Tree } from "../syntax/tree.ts";
import { own, type SchemaNode, type SchemaType } from "./schema-table.ts";

/** What may be wrong with a value. */
export type Wrong =
  | "type"
  | "value"
  | "missing"
  | "unknown"
  | "excluded"
  | "name"
  | "pattern"
  | "short"
  | "long"
  | "low"
  | "high"
  | "few"
  | "many"
  | "repeated";

/** One thing that a schema does not allow, at the narrowest place. */
export interface SchemaProblem {
  readonly wrong: Wrong;
  /** The value; for `missing` the object that lacks it. */
  readonly item: Item;
  /** What the value, or the object around it, should have been. */
  readonly schema: SchemaNode;
  /** The key that is missing. */
  readonly key?: string;
}

/**
 * What a schema does not allow in a value and below it. Where there are alternatives, only the one that was most likely meant is
 * looked at. `shallow` stops at the value itself, for objects whose members are looked at one by one.
 */
export function problemsOf(schema: SchemaNode, item: Item, shallow = false): readonly SchemaProblem[] {
  const { tree } = item.file;
  if (!tree || !item.exists) return NOTHING;
  const walk = new Walk(item.file, tree, shallow);
  walk.later(item.node, schema);
  return walk.run();
}

const NOTHING: readonly SchemaProblem[] = [];
const TYPES: Readonly<Record<SchemaType, Kind>> = {
  object: Kind.object,
  array: Kind.array,
  string: Kind.string,
  number: Kind.number,
  integer: Kind.number,
  boolean: Kind.boolean,
};

/** Collects problems. It keeps what is still to be looked at in a list, so that no depth of a document can overflow. */
class Walk {
  readonly problems: SchemaProblem[] = [];
  private readonly nodes: Node[] = [];
  private readonly schemas: SchemaNode[] = [];
  private readonly file: SourceFile;
  private readonly tree: Tree;
  readonly shallow: boolean;

  constructor(file: SourceFile, tree: Tree, shallow: boolean) {
    this.file = file;
    this.tree = tree;
    this.shallow = shallow;
  }
  later(node: Node, schema: SchemaNode): void {
    this.nodes.push(node);
    this.schemas.push(schema);
  }
  run(): readonly SchemaProblem[] {
    for (let node = this.nodes.pop(); node !== undefined; node = this.nodes.pop())
      check(this.tree, node, this.schemas.pop() as SchemaNode, this);
    return this.problems;
  }
  report(wrong: Wrong, node: Node, schema: SchemaNode, key?: string): void {
    this.problems.push({ wrong, item: new Item(this.file, node), schema, ...(key !== undefined && { key }) });
  }
  /** Of alternatives that all fail, the one that fits the kind of the value and leaves the fewest problems. */
  best(node: Node, schema: SchemaNode, alternatives: readonly SchemaNode[]): void {
    const kind = this.tree.kind(node);
    const fitting = alternatives.filter((alternative) => kindsOf(alternative).includes(kind));
    const closed = fitting.every((one) => one.enum || one.const !== undefined);
    if (closed) return this.report(fitting.length ? "value" : "type", node, schema);
    const tries = fitting.map((alternative) => problemsOf(alternative, new Item(this.file, node), this.shallow));
    tries.sort((one, other) => one.length - other.length);
    this.problems.push(...(tries[0] ?? NOTHING));
  }
}

/** Kinds of the values that a schema allows at its top; all of them are listed where it names values. */
function kindsOf({ type, enum: values, const: value }: SchemaNode): readonly Kind[] {
  if (type) return [TYPES[type]];
  return (values ?? [value ?? null]).map(kindOf);
}
function kindOf(value: Scalar): Kind {
  return value === null ? Kind.null : TYPES[typeof value as "string" | "number" | "boolean"];
}

/** Whether a value fits. With a walk, problems are reported and the members are looked at later; without one, at once. */
function check(tree: Tree, node: Node, given: SchemaNode, walk: Walk | undefined): boolean {
  let schema = given;
  while (schema.ref) schema = schema.ref();
  const kind = tree.kind(node);
  const { type } = schema;
  // What is wrong with a value of another type follows from that.
  if (type !== undefined && !isOf(tree, node, kind, type)) return fail(walk, "type", node, schema);
  if (schema.const !== undefined && valueAt(tree, node, kind) !== schema.const)
    return fail(walk, "value", node, schema);
  if (schema.enum && !schema.enum.includes(valueAt(tree, node, kind) as Scalar))
    return fail(walk, "value", node, schema);
  let fits = true;
  if (kind === Kind.string) fits = checkText(tree, node, schema, walk);
  else if (kind === Kind.number) fits = checkNumber(tree, node, schema, walk);
  else if (kind === Kind.array) fits = checkItems(tree, node, schema, walk);
  else if (kind === Kind.object) fits = checkMembers(tree, node, schema, walk);
  if (!fits && !walk) return false;
  return checkBranches(tree, node, kind, schema, walk) && fits;
}

function fail(walk: Walk | undefined, wrong: Wrong, node: Node, schema: SchemaNode, key?: string): false {
  walk?.report(wrong, node, schema, key);
  return false;
}

function isOf(tree: Tree, node: Node, kind: Kind, type: SchemaType): boolean {
  if (kind !== TYPES[type]) return false;
  if (kind !== Kind.number) return true;
  const value = tree.scalar(node);
  return type === "integer" ? Number.isInteger(value) : Number.isFinite(value);
}

/** A value that the text leaves out counts as `null`; objects and arrays equal no value that a schema names. */
function valueAt(tree: Tree, node: Node, kind: Kind): Scalar | undefined {
  return kind === Kind.missing ? null : tree.scalar(node);
}

function checkText(tree: Tree, node: Node, schema: SchemaNode, walk: Walk | undefined): boolean {
  const { minLength, maxLength, pattern } = schema;
  if (minLength === undefined && maxLength === undefined && !pattern) return true;
  const text = tree.scalar(node) as string;
  if (minLength !== undefined && text.length < 2 * minLength && [...text].length < minLength)
    return fail(walk, "short", node, schema);
  if (maxLength !== undefined && text.length > maxLength && [...text].length > maxLength)
    return fail(walk, "long", node, schema);
  return !pattern || pattern.test(text) || fail(walk, "pattern", node, schema);
}

function checkNumber(tree: Tree, node: Node, schema: SchemaNode, walk: Walk | undefined): boolean {
  const { minimum, maximum } = schema;
  if (minimum === undefined && maximum === undefined) return true;
  const value = tree.scalar(node) as number;
  if (minimum !== undefined && value < minimum) return fail(walk, "low", node, schema);
  return maximum === undefined || value <= maximum || fail(walk, "high", node, schema);
}

function checkItems(tree: Tree, node: Node, schema: SchemaNode, walk: Walk | undefined): boolean {
  const { items, minItems = 0, uniqueItems } = schema;
  let fits = true;
  let count = 0;
  for (let child = tree.first(node); child >= 0; child = tree.next(child)) {
    count++;
    if (!items) continue;
    if (!walk) {
      if (!check(tree, child, items, walk)) return false;
    } else if (!walk.shallow) walk.later(child, items);
  }
  if (count < minItems) fits = fail(walk, "few", node, schema);
  if (uniqueItems) {
    const again = repeated(tree, node);
    if (again >= 0) fits = fail(walk, "repeated", again, schema);
  }
  return fits;
}

/** The first item of an array that an earlier one equals; -1 where there is none. */
function repeated(tree: Tree, array: Node): Node {
  const scalars = new Set<Scalar>();
  const others: Node[] = [];
  for (let item = tree.first(array); item >= 0; item = tree.next(item)) {
    const kind = tree.kind(item);
    if (kind === Kind.object || kind === Kind.array) {
      if (others.some((other) => JSON.stringify(sorted(tree, other)) === JSON.stringify(sorted(tree, item))))
        return item;
      others.push(item);
      continue;
    }
    const value = valueAt(tree, item, kind) as Scalar;
    if (scalars.has(value)) return item;
    scalars.add(value);
  }
  return -1;
}

/** The value as data in which the order of members makes no difference. */
function sorted(tree: Tree, node: Node): unknown {
  const kind = tree.kind(node);
  if (kind !== Kind.object && kind !== Kind.array) return valueAt(tree, node, kind);
  const found: [string, unknown][] = [];
  for (let child = tree.first(node); child >= 0; child = tree.next(child))
    found.push([tree.key(child), sorted(tree, child)]);
  if (kind === Kind.array) return found.map(([, value]) => value);
  return { members: found.sort(([one], [other]) => (one < other ? -1 : 1)) };
}

function checkMembers(tree: Tree, node: Node, schema: SchemaNode, walk: Walk | undefined): boolean {
  const { properties, additionalProperties: additional, extensions, names, required } = schema;
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  let fits = true;
  let count = 0;
  for (let child = tree.first(node); child >= 0; child = tree.next(child)) {
    count++;
    if (!properties && !additional && !names && additional !== false) continue;
    const key = tree.key(child);
    if (names && !names.test(key)) fits = fail(walk, "name", child, schema);
    const member = own(properties, key) ?? (extensions?.test(key) ? undefined : additional);
    if (member === false) fits = fail(walk, "unknown", child, schema);
    else if (member) {
      if (!walk) fits &&= check(tree, child, member, walk);
      else if (!walk.shallow) walk.later(child, member);
    }
    if (!fits && !walk) return false;
  }
  for (const key of required ?? NONE_REQUIRED)
    if (tree.get(node, key) < 0) fits = fail(walk, "missing", node, schema, key);
  if (count < minProperties) fits = fail(walk, "few", node, schema);
  if (count > maxProperties) fits = fail(walk, "many", node, schema);
  return fits;
}
const NONE_REQUIRED: readonly string[] = [];

function checkBranches(tree: Tree, node: Node, kind: Kind, schema: SchemaNode, walk: Walk | undefined): boolean {
  const { anyOf, tagged, when, without } = schema;
  let fits = true;
  if (without) {
    const members = kind === Kind.object ? without.map((key) => tree.get(node, key)) : [node];
    if (members.every((member) => member >= 0)) fits = fail(walk, "excluded", Math.max(...members), schema);
  }
  if (tagged) fits = checkTagged(tree, node, kind, schema, walk) && fits;
  for (const condition of when ?? NO_CONDITIONS) {
    const next = check(tree, node, condition.if, undefined) ? condition.yes : condition.no;
    if (next) fits = check(tree, node, next, walk) && fits;
  }
  if (anyOf && !anyOf.some((alternative) => check(tree, node, alternative, undefined))) {
    walk?.best(node, schema, anyOf);
    fits = false;
  }
  return fits;
}
const NO_CONDITIONS: NonNullable<SchemaNode["when"]> = [];

function checkTagged(tree: Tree, node: Node, kind: Kind, schema: SchemaNode, walk: Walk | undefined): boolean {
  if (!schema.tagged) return true;
  const { key, branches } = schema.tagged;
  if (kind !== Kind.object) return fail(walk, "type", node, schema);
  const tag = tree.get(node, key);
  if (tag < 0) return fail(walk, "missing", node, schema, key);
  const value = tree.scalar(tag);
  const branch = typeof value === "string" ? own(branches, value) : undefined;
  return branch ? check(tree, node, branch, walk) : fail(walk, "value", tag, schema);
}
