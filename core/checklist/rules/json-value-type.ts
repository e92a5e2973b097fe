import { insertMember, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { Kind } from "../../syntax/tree.ts";
import { type Keyword, type Member, type Part, type PartName, partLabel } from "../document.ts";
import { defineRule, type FixDraft, forKeys } from "../rule.ts";
import { isComplete } from "../swagger.ts";
import { nearest } from "../text.ts";
import { toType, valueKind } from "../values.ts";

const KINDS: Readonly<Record<number, string>> = {
  [Kind.string]: "text",
  [Kind.number]: "a number",
  [Kind.boolean]: "true or false",
  [Kind.array]: "a list",
  [Kind.object]: "an object",
};
const TYPES: Readonly<Record<number, string>> = {
  [Kind.string]: "string",
  [Kind.number]: "number",
  [Kind.boolean]: "boolean",
};
const PRIMITIVES = ["string", "number", "integer", "boolean", "array"];
const VALUES: Readonly<Record<string, Partial<Readonly<Record<PartName, readonly string[]>>>>> = {
  in: { parameter: ["path", "query", "header", "body", "formData"] },
  type: {
    parameter: [...PRIMITIVES, "file"],
    items: PRIMITIVES,
    header: PRIMITIVES,
    schema: [...PRIMITIVES, "object", "file"],
  },
};

/** What other rules say about these values, each with a better fix. */
function isElsewhere({ item, name }: Part, key: string): boolean {
  if (name === "document") return key === "swagger";
  return name === "parameter" && key === "required" && item.get("in").string === "path";
}

/** Whether members of another object seem to have moved here, as they do where a bracket is missing. */
function followsMisfit(value: Item, { item, keywords }: Part): boolean {
  const members = item.children();
  return members
    .slice(
      0,
      Math.max(
        0,
        members.findIndex(({ node }) => node === value.node),
      ),
    )
    .some(({ key, kind }) => {
      const kinds = keywords.get(key)?.kinds;
      return kinds?.length && kind !== Kind.null && kind !== Kind.missing && !kinds.includes(kind);
    });
}

function fixFor(value: Item, { kinds }: Keyword, part: Part): FixDraft | undefined {
  if (value.key === "type" && value.isArray) {
    const types = value.strings().filter((type) => type !== "null");
    if (types.length !== 1) return undefined;
    const nullable = types.length < value.children().length && !part.item.get("x-nullable").exists;
    return {
      title: nullable ? `Set the type to "${types[0]}" and add "x-nullable": true` : `Set the type to "${types[0]}"`,
      edits: () => [
        ...setValue(value, types[0]),
        ...(nullable ? insertMember(part.item, "x-nullable", true, "type") : []),
      ],
    };
  }
  if (kinds[0] === Kind.array && value.isString && value.string?.trim()) {
    return { title: "Put it into a list", edits: () => setValue(value, [value.string]) };
  }
  const converted = toType(value, TYPES[kinds[0] as number]);
  if (converted === undefined || converted === "") return undefined;
  return { title: `Replace it by ${JSON.stringify(converted)}`, edits: () => setValue(value, converted) };
}

export default defineRule({
  id: "json-value-type",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every keyword of the definition has a value of the kind that Swagger expects.",
  why: "A list where text is expected, or text where a number is, makes the whole definition unreadable for the platform.",
  todo: "Write the value as the message says: `type` is one word and no list, `required` a list in schemas and true or false on parameters, numbers and booleans stand without quotes.",
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["JsonTypeIncorrect", "JsonValueNotInEnum"],
  check: {
    misfit({ part, value, keyword }, { report }) {
      if (!keyword || part.isReference || isElsewhere(part, value.key) || !isComplete(part.item)) return;
      const fix = fixFor(value, keyword, part);
      const expected = keyword.kinds.map((one) => KINDS[one]).join(" or ");
      report({
        at: value.place,
        message: `"${value.key}" of ${partLabel(part)} has to be ${expected}, but is ${valueKind(value)}.`,
        ...(fix && { fix }),
      });
    },
    member: forKeys<Member>(["in", "type"], ({ part, value, text }, { report }) => {
      const { key } = value;
      const allowed = VALUES[key]?.[part.name];
      if (!allowed || text === undefined || allowed.includes(text) || part.isReference) return;
      // An empty one of a parameter counts as missing, which its own rule says.
      if (part.name === "parameter" && !text.trim()) return;
      if (followsMisfit(value, part) && !isComplete(part.item)) return;
      const meant = nearest(text, allowed);
      report({
        at: value.place,
        // Published connectors have fields of type null, which are left out and break nothing.
        ...(text === "null" && { severity: "warning" }),
        message: `"${key}" of ${partLabel(part)} is "${text}"; possible are ${allowed.join(", ")}.`,
        ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
      });
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "schemes": "https",
             ^^^^^^^ "schemes" of the definition has to be a list, but is text.
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "deprecated": "true",
                      ^^^^^^ "deprecated" of operation ListItems has to be true or false, but is text.
        "parameters": [
          { "name": "top", "in": "Query", "type": "integer", "required": "true" },
                                 ^^^^^^^ "in" of parameter top is "Query"; possible are path, query, header, body, formData.
                                                                         ^^^^^^ "required" of parameter top has to be true or false, but is text.
          { "name": "kind", "in": "query", "type": "text" }
                                                   ^^^^^^ "type" of parameter kind is "text"; possible are string, number, integer, boolean, array, file.
        ],
        "responses": []
        ^^^^^^^^^^^ "responses" of operation ListItems has to be an object, but is a list.
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "required": true,
                  ^^^^ "required" of definition Item has to be a list, but is a boolean.
      "properties": {
        "name": { "type": ["string", "null"], "maxLength": "20" },
                  ^^^^^^ "type" of property name has to be text, but is a list.
                                                           ^^^^ "maxLength" of property name has to be a number, but is text.
        "size": { "type": ["string", "integer"] }
                  ^^^^^^ "type" of property size has to be text, but is a list.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": 2.0,
  "schemes": ["https"],
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "deprecated": false,
        "parameters": [
          { "name": "id", "in": "path", "required": "true", "type": "string" },
          { "name": "form", "in": "formData", "type": "file" }
        ]
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "required": ["name"],
      "additionalProperties": { "type": "string" },
      "properties": {
        "name": { "type": "string", "x-nullable": true, "default": null, "example": ["a"] },
        "type": { "type": "string", "description": null },
        "open": { "type": "object", "additionalProperties": false }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": { "Item": { "required": true, "properties": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "schemes": [
    "https"
  ],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "deprecated": true,
        "parameters": [
          { "name": "top", "in": "query", "type": "integer", "required": true },
          { "name": "kind", "in": "query", "type": "text" }
        ],
        "responses": []
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "required": true,
      "properties": {
        "name": { "type": "string", "x-nullable": true, "maxLength": 20 },
        "size": { "type": ["string", "integer"] }
      }
    }
  }
}
`,
    ],
  },
});
