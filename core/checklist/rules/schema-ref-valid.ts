import type { Connector } from "../../model/connector.ts";
import { insertMember, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule, type FixDraft, type RuleContext } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

const SCHEMAS = "#/definitions/";

/** The way a reference takes through the document, or what is wrong with how it is written. */
function target(reference: string, root: Item): Item | string {
  if (!reference.startsWith("#/")) return `has to start with "${SCHEMAS}"`;
  if (/~(?![01])|%(?![0-9a-f]{2})/i.test(reference)) return "is not a valid JSON pointer";
  const keys = reference
    .slice(2)
    .split("/")
    .map((part) => decode(part).replace(/~1/g, "/").replace(/~0/g, "~"));
  let at = root;
  for (const key of keys) at = at.isArray ? (at.children()[Number(key)] ?? at.get(key)) : at.get(key);
  return at;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Judges one `$ref`; `section` is the part of the document that it has to lead into. */
function judge(ref: Item, section: string, connector: Connector, report: RuleContext["report"]): void {
  const reference = ref.string;
  if (reference === undefined) return;
  const root = swaggerRoot(connector);
  const found = target(reference, root);
  const shared = root.get(section.slice(2, -1));
  const name = decode(reference.slice(section.length)).replace(/~1/g, "/").replace(/~0/g, "~");
  if (typeof found === "string") {
    report({ at: ref.place, message: `The reference "${reference}" ${found}.` });
    return;
  }
  if (section === SCHEMAS && !reference.startsWith(section)) {
    report({ at: ref.place, message: `The reference "${reference}" has to start with "${section}".` });
    return;
  }
  // Where the document is not finished, what the reference names may be in the part that is still to come.
  if (found.exists || !isComplete(root) || (shared.exists && !isComplete(shared))) return;
  const meant =
    reference.startsWith(section) &&
    nearest(
      name,
      shared.children().map((one) => one.key),
    );
  const fixes: FixDraft[] = [];
  if (meant)
    fixes.push({
      title: `Replace it by "${section}${meant}"`,
      edits: () => setValue(ref, section + meant.replace(/~/g, "~0").replace(/\//g, "~1")),
    });
  if (section === SCHEMAS && name && !name.includes("/"))
    fixes.push({
      title: `Add the definition "${name}"`,
      edits: () =>
        shared.isObject
          ? insertMember(shared, name, { type: "object" })
          : insertMember(root, "definitions", { [name]: { type: "object" } }),
    });
  report({ at: ref.place, message: `The reference "${reference}" leads nowhere.`, fix: fixes });
}

export default defineRule({
  id: "schema-ref-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every reference leads to something in the document, and references of schemas to a definition.",
  why: "A schema that cannot be found has no fields: nothing can be entered or picked, and the definition is refused.",
  todo: "Correct the name, or add what it names. References to other files are not followed; schemas stand under `definitions`.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["SchemaReferenceNotFound", "SchemaReferenceNotValid", "JsonPointerNotValid"],
  check: {
    schema({ item, parameter }, { connector, report }) {
      if (!parameter) judge(item.get("$ref"), SCHEMAS, connector, report);
    },
    operation({ item, pathItem, responses }, { connector, report }) {
      for (const use of [...item.get("parameters").children(), ...pathItem.get("parameters").children()])
        judge(use.get("$ref"), "#/parameters/", connector, report);
      for (const { use } of responses) judge(use.get("$ref"), "#/responses/", connector, report);
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
        "parameters": [{ "$ref": "#/parameters/top" }],
                                 ^^^^^^^^^^^^^^^^^^ The reference "#/parameters/top" leads nowhere.
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Itme" } } }
                                                                         ^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/Itme" leads nowhere.
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }]
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^ The reference "#/definitions/NewItem" leads nowhere.
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } },
  "definitions": {
    "Item": { "type": "object" }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": { "$ref": "item.json" },
                      ^^^^^^^^^^^ The reference "item.json" has to start with "#/definitions/".
    "List": { "items": { "$ref": "#/paths/~1items" } },
                                 ^^^^^^^^^^^^^^^^^ The reference "#/paths/~1items" has to start with "#/definitions/".
    "Other": { "$ref": "#/definitions/~2" }
                       ^^^^^^^^^^^^^^^^^^ The reference "#/definitions/~2" is not a valid JSON pointer.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "parameters": [{ "$ref": "#/parameters/Top" }],
        "responses": { "200": { "$ref": "#/responses/Items" } }
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } },
  "responses": { "Items": { "description": "OK", "schema": { "$ref": "#/definitions/List%20of~1items" } } },
  "definitions": {
    "List of/items": { "properties": { "$ref": { "type": "string" }, "first": { "$ref": "#/definitions/Part/properties/x" } } },
    "Part": { "properties": { "x": { "type": "string" } } }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "responses": { "200": { "schema": { "$ref": "#/definitions/Item" } } } } } },
  "definitions": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "$ref": "#/parameters/Top" }],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } } }
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }]
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } },
  "definitions": {
    "Item": { "type": "object" },
    "NewItem": {
      "type": "object"
    }
  }
}
`,
      undefined,
    ],
  },
});
