import type { SourceFile } from "../syntax/source.ts";
import type { Tree } from "../syntax/tree.ts";
import type { Family } from "./files.ts";
import { own, type SchemaNode } from "./schema-table.ts";
import { apiDefinition } from "./schemas/apiDefinition.generated.ts";
import { apiProperties } from "./schemas/apiProperties.generated.ts";
import { connector } from "./schemas/connector.generated.ts";
import { patchbay } from "./schemas/patchbay.generated.ts";
import { settings } from "./schemas/settings.generated.ts";

/** A JSON Schema as the editor reads it: keys, allowed values and texts. */
export type JsonSchema = SchemaNode;

/** The schema of a file, by the family and what the file is for. */
export function schemaOf(file: SourceFile, family: Family): JsonSchema | undefined {
  if (file.role === "properties") return apiProperties.document;
  if (file.role === "project") return patchbay.document;
  if (file.role === "settings") return settings.document;
  if (file.role !== "definition") return undefined;
  return family === "definition" ? connector.document : apiDefinition.document;
}

/** The schemas that describe the value at a path of keys; several where alternatives are allowed. */
export function schemasAt(root: JsonSchema, path: readonly string[]): readonly JsonSchema[] {
  let current = expand(root);
  for (const [depth, key] of path.entries()) {
    const next = current.flatMap((schema) => step(schema, key));
    // Free objects that hold a JSON Schema are described by its words.
    if (!next.length && isSchemaPlace(path.slice(0, depth)))
      return schemasAt(apiDefinition.definition, path.slice(depth));
    current = next;
  }
  if (!current.some((schema) => schema.properties || schema.enum) && isSchemaPlace(path))
    return [...current, apiDefinition.definition];
  return current;
}

/** Whether a path of a connector definition leads to a JSON Schema. */
function isSchemaPlace(path: readonly string[]): boolean {
  const last = path[path.length - 1];
  if (path[0] === "schemas") return path.length === 2;
  return path[0] === "operations" && (last === "schema" || last === "items");
}

function step(schema: JsonSchema, key: string): readonly JsonSchema[] {
  const property = own(schema.properties, key);
  if (property) return expand(property);
  if (/^\d+$/.test(key) && schema.items) return expand(schema.items);
  return schema.additionalProperties ? expand(schema.additionalProperties) : [];
}

/** The schema itself and its alternatives, references followed; a description beside a reference wins. */
function expand(schema: JsonSchema): readonly JsonSchema[] {
  const { ref, description, anyOf = [], tagged } = schema;
  if (ref) return expand(description ? { ...ref(), description } : ref());
  const alternatives = [...anyOf, ...Object.values(tagged?.branches ?? {})];
  return [schema, ...alternatives.flatMap((alternative) => expand(alternative))];
}

/** Keys and indexes from the root to a node. */
export function pathOf(tree: Tree, node: number): string[] {
  const path: string[] = [];
  for (let at = node; at >= 0 && at !== tree.root; at = tree.parent(at))
    path.unshift(tree.keyStart(at) >= 0 ? tree.key(at) : String(tree.index(at)));
  return path;
}
