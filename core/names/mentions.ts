import { decodeFragment } from "../model/base.ts";
import type { Connector, Operation, Parameter } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import type { Place, SourceFile } from "../syntax/source.ts";
import { Kind } from "../syntax/tree.ts";

/** What has a name that other places use. */
export type NameKind = "operation" | "definition" | "parameter" | "response" | "input";

/** A place where a name is given or used. */
export interface Mention {
  readonly kind: NameKind;
  readonly name: string;
  /** The name itself, without quotes and without what leads to it. */
  readonly place: Place;
  /** The whole value that the name is a part of, for who points at it somewhere. */
  readonly around?: Place;
  /** Whether the named thing stands here. */
  readonly declares: boolean;
  /** For the name of an input: the object that describes it. */
  readonly input?: number;
  /** How another name is written here. */
  write(name: string): string;
}

/** The parts of a document that references lead into. */
const SECTIONS: Readonly<Record<string, NameKind>> = {
  definitions: "definition",
  schemas: "definition",
  parameters: "parameter",
  responses: "response",
};
/** Members of which the value, or every item, is the id of an operation. */
const CALLS = new Set(["operationId", "ping", "replaced_by"]);
const CALL_LISTS = new Set(["x-ms-apimTemplate-operationName", "scriptOperations", "operations"]);
const DYNAMIC = /^x-ms-dynamic-(?:values|list|schema|properties|tree)$/;

/** Every mention of every name in a connector, file by file. */
export function mentionsIn(connector: Connector): Mention[] {
  const found: Mention[] = [];
  const declared = new Set<number>();
  for (const operation of connector.operations) {
    if (!operation.id) continue;
    const { idItem } = operation;
    // The id is a value in one family, the key of the operation in the other.
    const place = idItem.isObject ? inner(idItem.keyPlace) : inner(idItem.place);
    found.push({ kind: "operation", name: operation.id, place, declares: true, write: escaped });
    declared.add(idItem.node);
  }
  for (const [section, kind] of Object.entries(SECTIONS))
    for (const item of connector.root.get(section).children())
      found.push({ kind, name: item.key, place: inner(item.keyPlace), declares: true, write: escaped });
  found.push(...inputMentions(connector));
  for (const file of connector.files)
    if (file.tree && (file.role === "definition" || file.role === "properties"))
      found.push(...usesIn(file, connector, declared));
  return found;
}

function usesIn(file: SourceFile, connector: Connector, declared: ReadonlySet<number>): Mention[] {
  const { tree } = file;
  const found: Mention[] = [];
  if (!tree) return found;
  const isMain = file === connector.main;
  const nodes = [tree.root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    const kind = tree.kind(node);
    if (kind === Kind.object || kind === Kind.array)
      for (let child = tree.first(node); child >= 0; child = tree.next(child)) nodes.push(child);
    if (kind !== Kind.string || (isMain && declared.has(node))) continue;
    const key = tree.hasKey(node) ? tree.key(node) : tree.key(tree.parent(node));
    const item = new Item(file, node);
    if (key === "$ref") found.push(...referenceMention(item));
    else if (tree.hasKey(node) ? CALLS.has(key) : CALL_LISTS.has(key))
      found.push({
        kind: "operation",
        name: item.string ?? "",
        place: inner(item.place),
        declares: false,
        write: escaped,
      });
  }
  return found;
}

function referenceMention(item: Item): Mention[] {
  const text = item.string ?? "";
  const match = /^#\/(definitions|schemas|parameters|responses)\/([^/]+)$/.exec(text);
  const place = inner(item.place);
  // An escaped in the text would make its offsets differ from those of the value.
  if (!match || place.end - place.start !== text.length) return [];
  const [, section = "", name = ""] = match;
  return [
    {
      kind: SECTIONS[section] as NameKind,
      name: decodeFragment(name).replace(/~1/g, "/").replace(/~0/g, "~"),
      place: { ...flat(place), start: place.end - name.length },
      around: place,
      declares: false,
      write: (given) => escaped(given.replace(/~/g, "~0").replace(/\//g, "~1")),
    },
  ];
}

/** Names of what operations take: where they are described, in the path, and in the calls that fill lists of values. */
function inputMentions(connector: Connector): Mention[] {
  const found: Mention[] = [];
  const described = new Set<number>();
  const add = (parameter: Parameter, place: Place, declares: boolean): void => {
    found.push({ kind: "input", name: parameter.name, place, declares, input: parameter.item.node, write: escaped });
  };
  const calls = connector.operations.flatMap((operation) => callsOf(operation));
  for (const operation of connector.operations)
    for (const parameter of operation.parameters) {
      const name = parameter.item.get("name");
      if (!described.has(parameter.item.node)) {
        described.add(parameter.item.node);
        if (name.isString || parameter.item.key)
          add(parameter, inner(name.isString ? name.place : parameter.item.keyPlace), true);
      }
      if (parameter.in === "path") {
        const at = placeholder(operation, parameter.name);
        if (at) add(parameter, at, false);
      }
    }
  for (const { caller, target, parameters } of calls)
    for (const binding of parameters.children()) {
      const given = connector.operation(target)?.parameters.find(({ name }) => name === binding.key);
      if (given) add(given, inner(binding.keyPlace), false);
      for (const key of ["parameter", "parameterReference"]) {
        const from = binding.get(key);
        const source = caller.parameters.find(({ name }) => name === from.string);
        if (source) add(source, inner(from.place), false);
      }
    }
  return unique(found);
}

/** Path-level parameters belong to several operations and are then found several times. */
function unique(mentions: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ place: { file, start, end }, input }) => {
    const key = `${file.path} ${start} ${end} ${input}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A call that the designer makes to fill a list, a tree or a schema. */
interface Call {
  readonly caller: Operation;
  readonly target: string;
  readonly parameters: Item;
}

function callsOf(caller: Operation): Call[] {
  const found: Call[] = [];
  const nodes = [caller.item];
  for (let item = nodes.pop(); item; item = nodes.pop()) {
    for (const child of item.children()) {
      if (child.isObject || child.isArray) nodes.push(child);
      if (!DYNAMIC.test(child.key)) continue;
      for (const call of [child, child.get("open"), child.get("browse")]) {
        const target = call.get("operationId").string;
        if (target) found.push({ caller, target, parameters: call.get("parameters") });
      }
    }
  }
  return found;
}

/** Where a path has a parameter. */
function placeholder({ pathItem, path }: Operation, name: string): Place | undefined {
  const place = inner(pathItem.isString ? pathItem.place : pathItem.keyPlace);
  const at = path.indexOf(`{${name}}`);
  if (at < 0 || place.end - place.start !== path.length) return undefined;
  return { ...flat(place), start: place.start + at + 1, end: place.start + at + 1 + name.length };
}

/** A place without the quotes around it. */
function inner(place: Place): Place {
  const { file, start, end } = place;
  const first = file.tree?.slice(start, start + 1);
  return first === '"' || first === "'" ? { ...flat(place), start: start + 1, end: end - 1 } : place;
}
/** Places of nodes compute their offsets; a copy holds them. */
function flat({ file, start, end, pointer }: Place): Place {
  return { file, start, end, pointer };
}
function escaped(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

/** The mention at an offset of a file. */
export function mentionAt(mentions: readonly Mention[], file: SourceFile, offset: number): Mention | undefined {
  return mentions.find(
    ({ place, around = place }) => place.file === file && around.start <= offset && offset <= around.end,
  );
}

/** All mentions of what a mention names, itself included. */
export function mentionsOf(mentions: readonly Mention[], { kind, name, input }: Mention): Mention[] {
  return mentions.filter((each) => each.kind === kind && each.name === name && each.input === input);
}
