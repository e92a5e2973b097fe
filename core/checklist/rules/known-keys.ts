import { type JsonSchema, pathOf, schemaOf, schemasAt } from "../../model/schema.ts";
import { remove, renameKey } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

/** Free objects, such as a JSON Schema or the body of a mock, hold whatever they like. */
function isOpen(schemas: readonly JsonSchema[]): boolean {
  return !schemas.some(
    ({ properties, items, additionalProperties, anyOf, oneOf }) =>
      properties || items || typeof additionalProperties === "object" || anyOf || oneOf,
  );
}

export default defineRule({
  id: "known-keys",
  section: "overview",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The file uses only the keys of the format.",
  why: "A misspelt key is ignored in silence: what it was meant to say is not said.",
  todo: "Correct the spelling, or remove the key. Own additions go to keys that start with `x-` at the top.",
  source: "Format of connector definitions, version 1",
  check: {
    entity(entity, { connector: { main, family }, report }) {
      const schema = schemaOf(main, family);
      const { tree } = main;
      if (!schema || !tree || entity.kind === "file") return;
      const unknown = (child: Item, known: readonly string[], path: readonly string[]): void => {
        const near = nearest(child.key, known);
        report({
          at: child.keyPlace,
          message: `${path.length ? path.join(".") : "The file"} has no key "${child.key}".${near ? ` Did you mean "${near}"?` : ""}`,
          fix: near
            ? { title: `Rename it to "${near}"`, edits: () => renameKey(child, near) }
            : { title: `Remove "${child.key}"`, edits: () => remove(child) },
        });
      };
      const visit = (item: Item, path: readonly string[]): void => {
        if (!item.isObject && !item.isArray) return;
        const here = schemasAt(schema, path);
        const closed = item.isObject && here.some(({ additionalProperties }) => additionalProperties === false);
        const known = here.flatMap(({ properties }) => Object.keys(properties ?? {}));
        for (const [index, child] of item.children().entries()) {
          const key = item.isArray ? String(index) : child.key;
          if (closed && !known.includes(key) && !(path.length === 0 && key.startsWith("x-")))
            unknown(child, known, path);
          // The members of the root are looked at with their own entities.
          else if (entity.kind !== "document" && !isOpen(here)) visit(child, [...path, key]);
        }
      };
      visit(entity.item, pathOf(tree, entity.item.node));
    },
  },
  examples: {
    bad: [
      `overview:
  name: A
  descripton: B
  ^^^^^^^^^^ Did you mean "description"?
operations:
  a:
    method: GET
    colour: red
    ^^^^^^ no key "colour"
    path: /
`,
    ],
    good: [
      `x-owner: me
overview: { name: A }
operations:
  a:
    response:
      schema: { type: object, x-anything: 1 }
schemas:
  car: { properties: { descripton: {} } }
`,
    ],
    fixed: [
      `overview:
  name: A
  description: B
operations:
  a:
    method: GET
    path: /
`,
    ],
  },
});
