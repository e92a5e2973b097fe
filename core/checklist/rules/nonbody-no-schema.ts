import { remove } from "../../syntax/edits.ts";
import { type Item, textAt } from "../../syntax/item.ts";
import type { TextEdit } from "../../syntax/source.ts";
import { partLabel } from "../document.ts";
import { defineRule, type FixDraft } from "../rule.ts";

const LOCATIONS = ["path", "query", "header", "formData"];

/** Replaces a schema by its members; `undefined` where they have no meaning on a parameter. */
function unwrap(schema: Item, parameter: Item): FixDraft | undefined {
  const members = schema.children();
  const type = schema.get("type").string;
  if (parameter.get("type").exists) return { title: "Remove the schema", edits: () => remove(schema) };
  if (!type || type === "object" || schema.get("properties").exists) return undefined;
  if (members.some(({ key }) => parameter.get(key).exists)) return undefined;
  const edits = (): TextEdit[] => {
    const { whole, file } = schema;
    const first = members[0]?.whole;
    const last = members.at(-1)?.whole;
    if (!first || !last) return [];
    return [
      {
        path: file.path,
        start: whole.start,
        end: whole.end,
        newText: textAt({ ...first, start: first.start, end: last.end }),
      },
    ];
  };
  return { title: "Move what it says onto the parameter", edits };
}

export default defineRule({
  id: "nonbody-no-schema",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Only a body has a schema; other parameters have a type.",
  why: "OpenAPI 3 gives every parameter a schema, Swagger 2.0 only the body: elsewhere it is refused and the value has no type.",
  todo: "Move `type`, `format`, `enum` and the like from the schema onto the parameter.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["NonBodyParameterSchemaNotValid"],
  check: {
    member: {
      schema({ part, value: schema }, { report }) {
        if (part.name !== "parameter") return;
        const { item } = part;
        const location = item.get("in").string ?? "";
        if (!LOCATIONS.includes(location)) return;
        const fix = unwrap(schema, item);
        report({
          at: schema.keyPlace,
          message: `The ${location} ${partLabel(part)} has a schema, which only a body can have.`,
          ...(fix && { fix }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "kind", "in": "query", "schema": { "type": "string", "enum": ["open", "closed"] } },
                                           ^^^^^^^^ The query parameter kind has a schema, which only a body can have.
          { "name": "top", "in": "query", "type": "integer", "schema": { "type": "integer" } },
                                                             ^^^^^^^^ The query parameter top has a schema, which only a body can have.
          { "name": "filter", "in": "query", "schema": { "$ref": "#/definitions/Filter" } }
                                             ^^^^^^^^ The query parameter filter has a schema, which only a body can have.
        ]
      }
    }
  },
  "definitions": { "Filter": { "type": "object" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object", "properties": { "schema": { "type": "string" } } } },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "new", "schema": { "type": "string" } }
        ]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "kind", "in": "query", "type": "string", "enum": ["open", "closed"] },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "filter", "in": "query", "schema": { "$ref": "#/definitions/Filter" } }
        ]
      }
    }
  },
  "definitions": { "Filter": { "type": "object" } }
}
`,
    ],
  },
});
