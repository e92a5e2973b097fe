import type { Scalar } from "../syntax/tree.ts";

export type SchemaType = "object" | "array" | "string" | "number" | "integer" | "boolean";

/**
 * A JSON Schema as `npm run generate` compiles it: only the keywords that our schemas use, in the shape in which they are asked
 * for. References are followed, patterns are expressions, and alternatives that are told apart by a constant say so.
 */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: SchemaType;
  readonly enum?: readonly Scalar[];
  readonly const?: Scalar;
  readonly pattern?: RegExp;
  /** Lengths in characters, not in UTF-16 units. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: SchemaNode;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  /** Members that `properties` does not name: `false` refuses them. */
  readonly additionalProperties?: false | SchemaNode;
  /** Members with such keys may hold anything (`patternProperties`). */
  readonly extensions?: RegExp;
  /** What keys have to look like (`propertyNames`). */
  readonly names?: RegExp;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Keys that may not all be there (`not` with `required`). */
  readonly without?: readonly string[];
  readonly anyOf?: readonly SchemaNode[];
  /** One of several objects, by the value of one of their members (`oneOf`). */
  readonly tagged?: { readonly key: string; readonly branches: Readonly<Record<string, SchemaNode>> };
  /** `if`, `then` and `else`, with those of `allOf`. */
  readonly when?: readonly { readonly if: SchemaNode; readonly yes?: SchemaNode; readonly no?: SchemaNode }[];
  /** The schema that this one stands for; a function, because schemas may contain themselves. */
  readonly ref?: () => SchemaNode;
}

/** The member of a record by a key that a document gives, which may be called `constructor`. */
export function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
