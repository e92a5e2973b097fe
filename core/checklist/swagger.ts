import type { Connector, Operation, Parameter } from "../model/connector.ts";
import { Item, textAt, within } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import { Kind, NONE } from "../syntax/tree.ts";
import type { SchemaEntity } from "./rule.ts";

/** The root object of the swagger document; absent where another file was opened alone. */
export function swaggerRoot(connector: Connector): Item {
  return connector.main.role === "definition" ? connector.root : new Item(connector.main, NONE);
}

/**
 * Whether the text of an object or array is all there and read as it was meant. Nothing is called missing in what an author
 * has not closed yet, nor where a syntax problem may hide it: one problem is then reported, not its consequences.
 */
export function isComplete(item: Item): boolean {
  return item.file.tree?.isComplete(item.node) ?? false;
}

/** Whether a finished object has no such member, or says `null`. A half-typed `"key":` counts as given. */
export function lacks(owner: Item, key: string): boolean {
  const item = owner.get(key);
  return item.exists ? item.kind === Kind.null : owner.isObject && isComplete(owner);
}

/** Whether a finished object has no text under a key: no such member, `null`, or nothing but white space. */
export function lacksText(owner: Item, key: string): boolean {
  const item = owner.get(key);
  return item.isString ? !item.string?.trim() : lacks(owner, key);
}

/** Where a finding about a member belongs: at its value, or at the key of the object that lacks it. */
export function memberPlace(owner: Item, key: string): Place {
  const item = owner.get(key);
  return item.exists ? item.place : owner.keyPlace;
}

/** Where a finding about a parameter's missing member belongs: parameters have no key, their name is what people look for. */
export function parameterPlace(item: Item, key: string): Place {
  const member = item.get(key);
  if (member.exists) return member.place;
  return item.get("name").exists ? item.get("name").place : item.keyPlace;
}

/** The range of a part of a text, in offsets of the decoded text; the whole text where escapes shift the offsets. */
export function partPlace(item: Item, from: number, to: number): Place {
  const { place } = item;
  const text = item.string ?? "";
  const raw = textAt(place);
  const lead = /^["']/.test(raw) ? 1 : 0;
  if (raw.slice(lead, lead + text.length) !== text) return place;
  return within(place, lead + from, lead + to);
}

/** How people call an operation: by its id, or by method and path while it has none. */
export function operationName(operation: Operation): string {
  return operation.id || `${operation.method} ${operation.path}`;
}

/**
 * How a message calls a parameter. A shared one is visited once per operation that uses it; naming none of them keeps these
 * visits one finding.
 */
export function parameterName({ name, item, use, shared, operation }: Parameter): string {
  if (use.node !== item.node) return `Shared parameter ${name}`;
  if (shared) return `Parameter ${name} of the path ${operation.path}`;
  return `Parameter ${name} of ${operationName(operation)}`;
}

/** Whether makers see a parameter and so read its texts. One without a name is none yet; another rule asks for the name. */
export function isVisible({ name, operation, internal }: Parameter): boolean {
  return name !== "" && !internal && !operation.internal;
}

/** How a message calls a schema node: the parameter, property or definition that it stands for. */
export function schemaName({ item, parameter }: SchemaEntity): string {
  const name = parameter ? item.get("name").string : undefined;
  if (name) return `Parameter ${name}`;
  const { key, parent } = item;
  if (key && parent.key === "properties") return `Property ${key}`;
  if (key && parent.key === "definitions") return `Definition ${key}`;
  if (key === "items") return "The item schema";
  return "The schema";
}
