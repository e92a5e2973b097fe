import type { Item } from "./item.ts";
import { printYamlAfterKey, printYamlInline } from "./print-yaml.ts";
import type { TextEdit } from "./source.ts";
import { isFirstOnLine, lineEnd, lineStart } from "./text.ts";
import { Kind } from "./tree.ts";

/**
 * Minimal text edits on values: what fixes are made of. Nothing is ever printed anew; comments, order and white space of
 * everything that is not touched survive. Every function returns edits against the text as it is.
 */

/** Replaces the value of an existing item by another one; a missing value is filled in. */
export function setValue(item: Item, value: unknown): TextEdit[] {
  const tree = item.file.tree;
  if (!tree || item.node < 0) return [];
  const json = tree.language === "json";
  const start = tree.start(item.node);
  const indent = lineIndent(item.file.text, tree.keyStart(item.node) >= 0 ? tree.keyStart(item.node) : start);
  if (item.kind === Kind.missing) {
    const colon = json ? "" : item.file.text[tree.keyEnd(item.node)] === ":" ? "" : ":";
    const at = json ? tree.end(item.node) : tree.keyEnd(item.node) + 1;
    return [
      edit(
        item,
        at,
        at,
        `${colon} ${json ? printJson(value, indent, unit(item), newline(item)) : printYamlInline(value)}`,
      ),
    ];
  }
  // Text that stood in one line stays there: only its own characters are replaced.
  const text = json
    ? printJson(value, indent, unit(item), newline(item))
    : typeof value === "object" && value !== null && !insideFlow(item)
      ? printYamlAfterKey(value, `${indent}  `, newline(item)).replace(/^ /, "")
      : printYamlInline(value);
  return [edit(item, start, tree.end(item.node), text)];
}

/** Sets a member of an object: replaces it where it exists, else adds it (after the member `after`, if given and present). */
export function setMember(object: Item, key: string, value: unknown, after?: string): TextEdit[] {
  const existing = object.get(key);
  return existing.exists ? setValue(existing, value) : insertMember(object, key, value, after);
}

/** Adds a member to an object; nothing is done where the item is neither an object nor a missing value. */
export function insertMember(object: Item, key: string, value: unknown, after?: string): TextEdit[] {
  const tree = object.file.tree;
  if (!tree || object.node < 0) return [];
  if (object.kind === Kind.missing) return fillObject(object, key, value);
  if (object.kind !== Kind.object) return [];
  const children = object.children();
  const previous =
    (after !== undefined ? children.find((child) => child.key === after) : undefined) ?? children[children.length - 1];
  return tree.language === "json" ? insertJson(object, previous, key, value) : insertYaml(object, previous, key, value);
}

/** Adds several members to an object, behind the last one that it has. */
export function insertMembers(object: Item, members: Readonly<Record<string, unknown>>): TextEdit[] {
  const tree = object.file.tree;
  if (!tree || object.node < 0) return [];
  const empty = object.kind === Kind.object && !object.children().length;
  // What is inserted behind a last member brings its comma. Where there is none, the object is written as a whole.
  if (tree.language === "json" && (empty || object.kind === Kind.missing)) return setValue(object, members);
  if (empty) return [edit(object, tree.start(object.node), tree.end(object.node), printYamlInline(members))];
  const edits = Object.entries(members).flatMap(([key, value]) => insertMember(object, key, value));
  const [first] = edits;
  // They all go to the same place, where only one edit leaves no doubt about their order.
  return first ? [{ ...first, newText: edits.map((edit) => edit.newText).join("") }] : [];
}

/** Appends an item to an array. */
export function appendItem(array: Item, value: unknown): TextEdit[] {
  const tree = array.file.tree;
  if (!tree || array.kind !== Kind.array) return [];
  const { text } = array.file;
  const last = array.children().at(-1);
  const open = tree.start(array.node);
  if (tree.language === "yaml" && text[open] !== "[") {
    if (!last) return [];
    const column = lineIndent(text, tree.start(last.node));
    const at = lineEnd(text, trimEnd(text, tree.end(last.node)));
    return [edit(array, at, at, `${newline(array)}${column}- ${printYamlInline(value)}`)];
  }
  const json = tree.language === "json";
  if (!last) {
    const indent = lineIndent(text, open);
    const body = json ? printJson(value, indent + unit(array), unit(array), newline(array)) : printYamlInline(value);
    const inner =
      json && body.includes("\n") ? `${newline(array)}${indent}${unit(array)}${body}${newline(array)}${indent}` : body;
    return [edit(array, open + 1, tree.end(array.node) - 1, inner)];
  }
  const ownLine = isFirstOnLine(text, tree.start(last.node));
  const indent = lineIndent(text, tree.start(last.node));
  const body = json ? printJson(value, indent, unit(array), newline(array)) : printYamlInline(value);
  const at = tree.end(last.node);
  return [edit(array, at, at, ownLine ? `,${newline(array)}${indent}${body}` : `, ${body}`)];
}

/** Removes a member or array item together with its comma or its lines. */
export function remove(item: Item): TextEdit[] {
  const tree = item.file.tree;
  if (!tree || item.node < 0 || item.parent.node < 0) return [];
  const { text } = item.file;
  const start = tree.keyStart(item.node) >= 0 ? tree.keyStart(item.node) : tree.start(item.node);
  const end = Math.max(tree.end(item.node), tree.keyEnd(item.node));
  const flow = tree.language === "json" || insideFlow(item);
  if (!flow) {
    let from = lineStart(text, start);
    const to = Math.min(
      lineEnd(text, trimEnd(text, end)) + newlineLength(text, lineEnd(text, trimEnd(text, end))),
      text.length,
    );
    // The first member behind a list dash shares its line; the dash has to stay, unless it is the item that goes.
    if (tree.keyStart(item.node) >= 0 && /^\s*-\s/.test(text.slice(from, start))) from = start;
    return [edit(item, from, to, "")];
  }
  let after = end;
  while (/\s/.test(text[after] ?? "")) after++;
  if (text[after] === ",") {
    // Up to the next sibling, so that the remaining text closes up without an empty line.
    let next = after + 1;
    while (/\s/.test(text[next] ?? "")) next++;
    return [edit(item, start, next, "")];
  }
  let before = start;
  while (/\s/.test(text[before - 1] ?? "")) before--;
  if (text[before - 1] === ",") return [edit(item, before - 1, end, "")];
  return [edit(item, before, after, "")];
}

/** Replaces the key of a member. */
export function renameKey(item: Item, key: string): TextEdit[] {
  const tree = item.file.tree;
  const start = tree?.keyStart(item.node) ?? -1;
  if (!tree || start < 0) return [];
  return [
    edit(item, start, tree.keyEnd(item.node), tree.language === "json" ? JSON.stringify(key) : printYamlInline(key)),
  ];
}

function fillObject(item: Item, key: string, value: unknown): TextEdit[] {
  const tree = item.file.tree;
  if (!tree || tree.keyStart(item.node) < 0) return [];
  const indent = lineIndent(item.file.text, tree.keyStart(item.node));
  if (tree.language === "json") return setValue(item, { [key]: value });
  const at = tree.keyEnd(item.node) + 1;
  return [edit(item, at, at, printYamlAfterKey({ [key]: value }, `${indent}  `, newline(item)))];
}

function insertJson(object: Item, previous: Item | undefined, key: string, value: unknown): TextEdit[] {
  const tree = object.file.tree!;
  const { text } = object.file;
  const nl = newline(object);
  const step = unit(object);
  if (!previous) {
    const open = tree.start(object.node);
    const indent = lineIndent(text, open);
    const body = `${JSON.stringify(key)}: ${printJson(value, indent + step, step, nl)}`;
    const close = text[tree.end(object.node) - 1] === "}" ? tree.end(object.node) - 1 : tree.end(object.node);
    return [edit(object, open + 1, close, `${nl}${indent}${step}${body}${nl}${indent}`)];
  }
  const keyStart = tree.keyStart(previous.node);
  const ownLine = isFirstOnLine(text, keyStart);
  const indent = lineIndent(text, keyStart);
  const body = `${JSON.stringify(key)}: ${ownLine ? printJson(value, indent, step, nl) : printJsonInline(value)}`;
  const end = Math.max(tree.end(previous.node), tree.keyEnd(previous.node));
  const last = tree.next(previous.node) < 0;
  let comma = end;
  while (/\s/.test(text[comma] ?? "")) comma++;
  // A trailing comma is already there: what is added goes behind it and brings none of its own.
  const trailing = last && text[comma] === ",";
  const at = trailing ? comma + 1 : end;
  return [edit(object, at, at, `${trailing ? "" : ","}${ownLine ? nl + indent : " "}${body}`)];
}

function insertYaml(object: Item, previous: Item | undefined, key: string, value: unknown): TextEdit[] {
  const tree = object.file.tree!;
  const { text } = object.file;
  const nl = newline(object);
  const open = tree.start(object.node);
  const flow = text[open] === "{";
  const name = printYamlInline(key);
  if (flow) {
    if (!previous) return [edit(object, open + 1, tree.end(object.node) - 1, ` ${name}: ${printYamlInline(value)} `)];
    const at = Math.max(tree.end(previous.node), tree.keyEnd(previous.node));
    return [edit(object, at, at, `, ${name}: ${printYamlInline(value)}`)];
  }
  if (!previous) return [];
  const first = object.children()[0] as Item;
  const indent = " ".repeat(column(text, tree.keyStart(first.node)));
  const end = Math.max(tree.end(previous.node), tree.keyEnd(previous.node));
  const at = lineEnd(text, trimEnd(text, end));
  const body = `${name}:${printYamlAfterKey(value, `${indent}  `, nl)}`;
  return [edit(object, at, at, `${nl}${indent}${body}`)];
}

/** JSON text of a value whose first line starts after `indent`. */
function printJson(value: unknown, indent: string, step: string, nl: string): string {
  const text = JSON.stringify(value, null, step) ?? "null";
  return text.replace(/\n/g, nl + indent);
}

/** JSON text on one line, with the blanks that people write. */
function printJsonInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printJsonInline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${printJsonInline(item)}`);
  return entries.length ? `{ ${entries.join(", ")} }` : "{}";
}

function edit(item: Item, start: number, end: number, newText: string): TextEdit {
  return { path: item.file.path, start, end, newText };
}

/** The document's own indentation step, read from its first indented line. */
function unit(item: Item): string {
  const match = /[\r\n]([ \t]+)\S/.exec(item.file.text.slice(0, 4000));
  return match?.[1]?.startsWith("\t") ? "\t" : (match?.[1] ?? "  ").slice(0, 8);
}
function newline(item: Item): string {
  return /\r\n/.test(item.file.text.slice(0, 4000)) ? "\r\n" : "\n";
}
function newlineLength(text: string, offset: number): number {
  return text[offset] === "\r" && text[offset + 1] === "\n" ? 2 : offset < text.length ? 1 : 0;
}
/** Steps back over the white space before an offset: block values may end behind their last line. */
function trimEnd(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /\s/.test(text[at - 1] as string)) at--;
  return at;
}
function lineIndent(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t]*/.exec(text.slice(start, Math.max(offset, start)))?.[0] ?? "";
}
function column(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}
function insideFlow(item: Item): boolean {
  for (let at = item.parent; at.exists; at = at.parent) {
    const first = item.file.text[item.file.tree?.start(at.node) ?? 0];
    if (first === "{" || first === "[") return true;
  }
  return false;
}
