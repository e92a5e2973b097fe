import type { Item } from "../../syntax/item.ts";
import type { TextEdit } from "../../syntax/source.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

/** Removes all members of an object but one. */
function leaveOnly(member: Item): TextEdit[] {
  const { file, parent } = member;
  const tree = file.tree;
  const members = parent.children();
  const [first, last] = [members[0], members.at(-1)];
  if (!tree || !first || !last) return [];
  const edits: TextEdit[] = [];
  const remove = (start: number, end: number): void => {
    if (end > start) edits.push({ path: file.path, start, end, newText: "" });
  };
  remove(tree.keyStart(first.node), tree.keyStart(member.node));
  remove(tree.end(member.node), tree.end(last.node));
  return edits;
}

export default defineRule({
  id: "schema-ref-siblings",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A reference stands alone in its object.",
  why: "Whatever stands beside `$ref` is passed over: the description or label that was meant for this place is never shown.",
  todo: "Move what stands beside it into the definition. Where it holds for this place only, describe the schema here and refer to nothing.",
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["AdditionalPropertyNotAllowedAdjacentToRef"],
  check: {
    member: {
      $ref({ part, value: ref }, { report }) {
        if (!part.isReference || !isComplete(part.item)) return;
        const others = part.item.children().filter(({ node }) => node !== ref.node);
        if (!others.length) return;
        report({
          at: others[0]?.keyPlace ?? ref.place,
          message: `${others.map(({ key }) => `"${key}"`).join(", ")} beside "$ref" ${others.length > 1 ? "are" : "is"} passed over.`,
          fix: { title: 'Leave only "$ref"', edits: () => leaveOnly(ref) },
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
        "parameters": [{ "$ref": "#/parameters/Top", "description": "How many." }],
                                                     ^^^^^^^^^^^^^ "description" beside "$ref" is passed over.
        "responses": { "200": { "description": "OK", "$ref": "#/responses/Items" } }
                                ^^^^^^^^^^^^^ "description" beside "$ref" is passed over.
      }
    }
  },
  "definitions": {
    "Order": {
      "properties": {
        "item": {
          "title": "Item",
          ^^^^^^^ "title", "x-ms-summary", "readOnly" beside "$ref" are passed over.
          "$ref": "#/definitions/Item",
          "x-ms-summary": "Item",
          "readOnly": true
        }
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "parameters": [{ "$ref": "#/parameters/Top" }] } } },
  "definitions": {
    "Link": { "properties": { "$ref": { "type": "string" }, "title": { "type": "string" } } },
    "Half": { "$ref": , "description": "Still being typed." }
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
        "parameters": [{ "$ref": "#/parameters/Top" }],
        "responses": { "200": { "$ref": "#/responses/Items" } }
      }
    }
  },
  "definitions": {
    "Order": {
      "properties": {
        "item": {
          "$ref": "#/definitions/Item"
        }
      }
    }
  }
}
`,
    ],
  },
});
