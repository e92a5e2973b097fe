import type { CompletionParams } from "vscode-languageserver";
import { type CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import { cdm } from "../../core/model/cdm.ts";
import { type JsonSchema, pathOf, schemaOf, schemasAt } from "../../core/model/schema.ts";
import { printYamlInline } from "../../core/syntax/print-yaml.ts";
import { Kind, type Tree } from "../../core/syntax/tree.ts";
import { linesOf } from "../convert.ts";
import { defineFeature, type Located, locate } from "../feature.ts";
import { boundInputs, boundValues } from "./dynamic.ts";

/** Keys and allowed values from the schemas, names of operations and shared schemas, canonical fields. */
export default defineFeature<CompletionParams>({
  name: "completion",
  capability: { completionProvider: { triggerCharacters: ['"', ":", " ", "/", "#"] } },
  request: "textDocument/completion",
  async handle({ textDocument, position }, services): Promise<CompletionItem[]> {
    const located = await locate(services, textDocument.uri);
    const tree = located?.file.tree;
    if (!located || !tree) return [];
    const offset = linesOf(located.file).offset(position);
    const spot = tree.language === "yaml" ? yamlSpot(tree, offset) : jsonSpot(tree, offset);
    if (!spot) return [];
    const items = spot.kind === "key" ? keys(located, tree, spot) : values(located, spot);
    const lines = linesOf(located.file);
    const range = { start: lines.position(spot.from), end: lines.position(spot.to) };
    return items.map((item) => {
      const text = item.insertText ?? item.label;
      return {
        ...item,
        filterText: tree.language === "json" && spot.kind === "value" ? text : item.label,
        textEdit: { range, newText: text },
        insertTextFormat: InsertTextFormat.PlainText,
      };
    });
  },
});

/** Where the cursor stands: a key of the object at `path`, or the value of the member at `path`; and what is replaced. */
interface Spot {
  readonly kind: "key" | "value";
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Keys that the object has already. */
  readonly taken: readonly string[];
  readonly quoted: boolean;
  /** Whether what follows already has the colon of the member. */
  readonly colon: boolean;
}

function jsonSpot(tree: Tree, offset: number): Spot | undefined {
  const node = tree.innermost(offset);
  const [keyStart, keyEnd] = [tree.keyStart(node), tree.keyEnd(node)];
  if (keyStart >= 0 && keyStart <= offset && offset <= keyEnd && offset < Math.max(tree.start(node), keyEnd + 1)) {
    const parent = tree.parent(node);
    return {
      kind: "key",
      path: pathOf(tree, parent),
      from: keyStart,
      to: keyEnd,
      taken: keysOf(tree, parent, node),
      quoted: true,
      colon: /^\s*:/.test(tree.slice(keyEnd, keyEnd + 20)),
    };
  }
  const kind = tree.kind(node);
  if (kind === Kind.object) {
    // In an object, but on none of its members: after a colon a value is wanted, otherwise a key.
    const before = /"((?:[^"\\\n]|\\.)*)"\s*:\s*("?)[^",{}[\]\n]*$/.exec(tree.slice(Math.max(0, offset - 300), offset));
    if (before)
      return {
        kind: "value",
        path: [...pathOf(tree, node), before[1] as string],
        from: offset,
        to: offset,
        taken: [],
        quoted: false,
        colon: false,
      };
    return {
      kind: "key",
      path: pathOf(tree, node),
      from: offset,
      to: offset,
      taken: keysOf(tree, node, -1),
      quoted: true,
      colon: false,
    };
  }
  if (kind === Kind.array)
    return {
      kind: "value",
      path: [...pathOf(tree, node), "0"],
      from: offset,
      to: offset,
      taken: [],
      quoted: false,
      colon: false,
    };
  if (kind === Kind.missing)
    return {
      kind: "value",
      path: pathOf(tree, node),
      from: offset,
      to: offset,
      taken: [],
      quoted: false,
      colon: false,
    };
  return {
    kind: "value",
    path: pathOf(tree, node),
    from: tree.start(node),
    to: tree.end(node),
    taken: [],
    quoted: true,
    colon: false,
  };
}

/** Block YAML is read by lines: what is being typed is often no YAML yet, and its place is told by its indentation. */
function yamlSpot(tree: Tree, offset: number): Spot | undefined {
  const { line: number } = tree.position(offset);
  const start = tree.offset({ line: number, character: 0 });
  const line = tree.slice(start, offset);
  const rest = /^[^\r\n]*/.exec(tree.slice(offset, tree.offset({ line: number + 1, character: 0 })))?.[0] ?? "";
  const word = /^(\s*(?:- )?\s*)([\w$.-]*)$/.exec(line);
  if (word) {
    const indent = (word[1] as string).length;
    const parents = yamlParents(tree, start, indent);
    const tail = /^[\w$.-]*/.exec(rest)?.[0] ?? "";
    const node = tree.at(parents.map((key) => `/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`).join(""));
    return {
      kind: "key",
      path: parents,
      from: start + indent,
      to: offset + tail.length,
      taken: keysOf(tree, node, -1).filter((key) => key !== (word[2] as string) + tail),
      quoted: false,
      colon: rest.slice(tail.length).trimStart().startsWith(":"),
    };
  }
  const member = /^(\s*(?:- )?)("?)([^":]+)\2:\s+(\[?[^\]]*?)([\w./#$'"-]*)$/.exec(line);
  if (!member) return undefined;
  const parents = yamlParents(tree, start, (member[1] as string).length);
  const list = (member[4] as string).includes("[");
  return {
    kind: "value",
    path: [...parents, (member[3] as string).trim(), ...(list ? ["0"] : [])],
    from: offset - (member[5] as string).length,
    to: offset + (list ? 0 : (/^[\w./#$'"-]*/.exec(rest)?.[0].length ?? 0)),
    taken: [],
    quoted: false,
    colon: false,
  };
}

/** Keys of the lines above that enclose a line of this indentation. */
function yamlParents(tree: Tree, start: number, indent: number): string[] {
  const parents: string[] = [];
  let limit = indent;
  for (const { at, text } of linesAbove(tree, start)) {
    if (limit <= 0) break;
    const match = /^(\s*)(- )?("?)([^"#:\s][^":]*)\3:(?:\s|$)/.exec(text);
    const column = match?.[1]?.length ?? limit;
    if (!match || column >= limit) continue;
    parents.unshift(match[4] as string);
    limit = column;
    // Further out nothing is half-typed: the tree knows where this member stands, however far above its parents are.
    const node = tree.innermost(at + column);
    if (match[2] || tree.keyStart(node) !== at + column) continue;
    const path = pathOf(tree, tree.parent(node));
    if (!path.some((step) => /^\d+$/.test(step))) return [...path, ...parents];
  }
  return parents;
}

/** Lines before an offset, the nearest first, each with its offset. */
function* linesAbove(tree: Tree, before: number): Generator<{ at: number; text: string }> {
  let end = before;
  while (end > 0) {
    const from = Math.max(0, end - 4000);
    const lines = tree.slice(from, end).split("\n");
    // The first line of a window may have begun before it; it comes with the next one.
    const first = from > 0 && lines.length > 1 ? 1 : 0;
    let at = end;
    for (let i = lines.length - 1; i >= first; i--) {
      const text = lines[i] as string;
      at -= text.length;
      yield { at, text };
      if (i > 0) at--;
    }
    end = first ? from + (lines[0] as string).length + 1 : from;
    if (first) end = Math.min(end, at);
  }
}

function keysOf(tree: Tree, object: number, except: number): string[] {
  const keys: string[] = [];
  for (let child = tree.first(object); child >= 0; child = tree.next(child))
    if (child !== except) keys.push(tree.key(child));
  return keys;
}

function keys(located: Located, tree: Tree, spot: Spot): CompletionItem[] {
  const json = tree.language === "json";
  const insert = (key: string, value: string): string => {
    const name = json ? JSON.stringify(key) : printYamlInline(key);
    return spot.colon ? name : `${name}:${value}`;
  };
  const { path } = spot;
  const items: CompletionItem[] = [];
  if (path[0] === "field_mappings" && path[2] === "fields" && path.length === 3) {
    const domain = located.entry.connector.mappings.find(({ name }) => name === path[1])?.domain.string ?? "";
    for (const [name, known] of Object.entries(cdm.get(domain)?.fields ?? {})) {
      if (!spot.taken.includes(name))
        items.push({
          label: name,
          kind: CompletionItemKind.Field,
          detail: `${known.type}${known.required ? ", required" : ""}`,
          insertText: insert(name, " "),
          sortText: `${known.required ? 0 : 1}${name}`,
        });
    }
  }
  for (const name of boundInputs(located.entry.connector, path))
    if (!spot.taken.includes(name))
      items.push({
        label: name,
        kind: CompletionItemKind.Variable,
        insertText: insert(name, json ? ' { "parameter": "" }' : " "),
        sortText: `0${name}`,
      });
  const root = schemaOf(located.file, located.entry.connector.family);
  for (const schema of root ? schemasAt(root, path) : []) {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (spot.taken.includes(key) || items.some(({ label }) => label === key)) continue;
      items.push({
        label: key,
        kind: CompletionItemKind.Property,
        ...(property.description && { documentation: property.description }),
        insertText: insert(key, json ? ` ${placeholder(property)}` : " "),
        sortText: `${schema.required?.includes(key) ? 0 : 1}${key}`,
      });
    }
  }
  return items;
}
function placeholder(schema: JsonSchema): string {
  switch (schema.type) {
    case "object":
      return "{}";
    case "array":
      return "[]";
    case "string":
      return '""';
    case "boolean":
      return "true";
    default:
      return schema.enum ? JSON.stringify(schema.enum[0]) : "";
  }
}

function values(located: Located, spot: Spot): CompletionItem[] {
  const json = located.file.tree?.language === "json";
  const print = (value: unknown): string => (json ? JSON.stringify(value) : printYamlInline(value));
  const item = (value: unknown, kind: CompletionItemKind, detail = ""): CompletionItem => ({
    label: String(value),
    kind,
    insertText: print(value),
    ...(detail && { detail }),
  });
  const { connector } = located.entry;
  const { path } = spot;
  const last = path[path.length - 1] === "0" ? path[path.length - 2] : path[path.length - 1];
  if (last === "$ref") {
    const prefix = connector.family === "definition" ? "#/schemas/" : "#/definitions/";
    return connector.definitions.children().map(({ key }) => item(`${prefix}${key}`, CompletionItemKind.Reference));
  }
  const operations = (): CompletionItem[] =>
    connector.operations
      .filter(({ id }) => id)
      .map((operation) => item(operation.id, CompletionItemKind.Method, `${operation.method} ${operation.path}`));
  const callsOperation =
    (last === "operationId" && path.length > 4) ||
    last === "ping" ||
    last === "replaced_by" ||
    last === "scriptOperations" ||
    (path[0] === "field_mappings" && last === "operations") ||
    (path.includes("policyTemplateInstances") && last === "x-ms-apimTemplate-operationName");
  if (callsOperation) return operations();
  const bound = boundValues(connector, path);
  if (bound.length) return bound.map((each) => ({ ...each, insertText: print(each.label) }));
  if (path[0] === "field_mappings" && last === "domain")
    return [...cdm.values()].map((domain) => item(domain.name, CompletionItemKind.Class, domain.category));
  const root = schemaOf(located.file, connector.family);
  const allowed = new Set<unknown>();
  for (const schema of root ? schemasAt(root, path) : []) {
    for (const value of schema.enum ?? []) allowed.add(value);
    if (schema.const !== undefined) allowed.add(schema.const);
    if (schema.type === "boolean") for (const value of [true, false]) allowed.add(value);
  }
  return [...allowed].map((value) => item(value, CompletionItemKind.EnumMember));
}
