import type { Item } from "../syntax/item.ts";
import { Kind } from "../syntax/tree.ts";

/** What a value is called in a message. */
export function valueKind(item: Item): string {
  switch (item.kind) {
    case Kind.string:
      return "text";
    case Kind.number:
      return Number.isInteger(item.number) ? "an integer" : "a number";
    case Kind.boolean:
      return "a boolean";
    case Kind.array:
      return "a list";
    case Kind.object:
      return "an object";
    default:
      return "null";
  }
}

/**
 * Whether a value is of a declared type. Unknown where there is nothing to compare: no type or an unknown one, a value that is
 * still being typed, and `null`, which says that there is no value.
 */
export function hasType(item: Item, type: string | undefined): boolean | undefined {
  if (item.kind === Kind.missing || item.kind === Kind.null) return undefined;
  switch (type) {
    case "string":
      return item.isString;
    case "integer":
      return item.number !== undefined && Number.isInteger(item.number);
    case "number":
      return item.kind === Kind.number;
    case "boolean":
      return item.kind === Kind.boolean;
    case "array":
      return item.isArray;
    case "object":
      return item.isObject;
    default:
      return undefined;
  }
}

/** The same value written in a type; `undefined` where that would change what it means. */
export function toType(item: Item, type: string | undefined): string | number | boolean | undefined {
  const text = item.isString ? (item.string ?? "").trim() : String(item.scalar);
  if (item.isArray || item.isObject) return undefined;
  if (type === "string") return text;
  if (type === "boolean") return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined;
  if (type === "integer") return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  if (type === "number") return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : undefined;
  return undefined;
}

/** An expression that is replaced by its value only when the connector runs. */
export function isEnvironmentVariable(text: string | undefined): boolean {
  return /^@environmentVariables\(/i.test(text?.trim() ?? "");
}
