import apiDefinition from "../../schemas/apiDefinition.schema.json" with { type: "json" };
import apiProperties from "../../schemas/apiProperties.schema.json" with { type: "json" };
import connector from "../../schemas/connector.schema.json" with { type: "json" };
import type { SourceFile } from "../syntax/source.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Family } from "./files.ts";

/** A JSON Schema as the editor reads it: keys, allowed values and texts. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly required?: readonly string[];
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

/** JSON Schema within a definition's `schemas`, `schema` and `items`: free objects there, described by the words of JSON Schema. */
const jsonSchema: JsonSchema = (apiDefinition as unknown as JsonSchema).definitions?.schema ?? {};

/** The schema of a file, by the family and what the file is for. */
export function schemaOf(file: SourceFile, family: Family): JsonSchema | undefined {
  if (file.role === "properties") return apiProperties as unknown as JsonSchema;
  if (file.role !== "definition") return undefined;
  return (family === "definition" ? connector : apiDefinition) as unknown as JsonSchema;
}

/** The schemas that describe the value at a path of keys; several where alternatives are allowed. */
export function schemasAt(root: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  let current = expand(root, root);
  for (const [depth, key] of path.entries()) {
    const next = current.flatMap((schema) => step(schema, key, root));
    // Free objects that hold a JSON Schema are described by its words.
    if (!next.length && isSchemaPlace(path.slice(0, depth)))
      return schemasAt(
        { ...jsonSchema, definitions: (apiDefinition as unknown as JsonSchema).definitions ?? {} },
        path.slice(depth),
      );
    current = next;
  }
  if (!current.some((schema) => schema.properties || schema.enum) && isSchemaPlace(path))
    return [...current, jsonSchema];
  return current;
}

/** Whether a path of a connector definition leads to a JSON Schema. */
function isSchemaPlace(path: readonly string[]): boolean {
  const last = path[path.length - 1];
  if (path[0] === "schemas") return path.length === 2;
  return path[0] === "operations" && (last === "schema" || last === "items");
}

function step(schema: JsonSchema, key: string, root: JsonSchema): readonly JsonSchema[] {
  const property = schema.properties?.[key];
  if (property) return expand(property, root);
  if (/^\d+$/.test(key) && schema.items) return expand(schema.items, root);
  if (typeof schema.additionalProperties === "object") return expand(schema.additionalProperties, root);
  return [];
}

/** The schema itself and its alternatives, references followed; a description beside a `$ref` wins. */
function expand(schema: JsonSchema, root: JsonSchema, depth = 0): readonly JsonSchema[] {
  if (depth > 8) return [];
  if (schema.$ref) {
    const target =
      root.definitions?.[schema.$ref.replace("#/definitions/", "")] ??
      (apiDefinition as unknown as JsonSchema).definitions?.[schema.$ref.replace("#/definitions/", "")];
    return target
      ? expand(schema.description ? { ...target, description: schema.description } : target, root, depth + 1)
      : [];
  }
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...alternatives.flatMap((alternative) => expand(alternative, root, depth + 1))];
}

/** Keys and indexes from the root to a node. */
export function pathOf(tree: Tree, node: number): string[] {
  const path: string[] = [];
  for (let at = node; at >= 0 && at !== tree.root; at = tree.parent(at))
    path.unshift(tree.keyStart(at) >= 0 ? tree.key(at) : String(tree.index(at)));
  return path;
}
