import { remove } from "../../syntax/edits.ts";
import { type Member, partLabel } from "../document.ts";
import { defineRule, forKeys, type RuleContext } from "../rule.ts";

/** Lists that are sets. The values of an `enum` and the tags of the document have rules of their own. */
const SETS = ["tags", "consumes", "produces", "schemes", "security", "required"];

function lookForRepetitions({ part, value: list }: Member, { report }: RuleContext): void {
  const { key } = list;
  if (!list.isArray || (part.name === "document" && key === "tags")) return;
  const values = list.children();
  if (values.length < 2) return;
  const seen = new Set<string>();
  for (const value of values) {
    const same = JSON.stringify(value.toData() ?? null);
    if (seen.has(same))
      report({
        at: value.place,
        message: `${same} stands twice in "${key}" of ${partLabel(part)}.`,
        fix: { title: `Remove this repetition of ${same}`, edits: () => remove(value) },
      });
    seen.add(same);
  }
}

export default defineRule({
  id: "array-unique-values",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Lists such as tags, consumes, produces, schemes and required name nothing twice.",
  why: "These lists are sets; the validator refuses one with a repetition.",
  todo: "Remove the repetition.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["ArrayDuplicateValue"],
  check: {
    member: forKeys(SETS, lookForRepetitions),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "schemes": ["https", "https"],
                       ^^^^^^^ "https" stands twice in "schemes" of the definition.
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "tags": ["Items", "Lists", "Items"],
                                   ^^^^^^^ "Items" stands twice in "tags" of operation ListItems.
        "produces": [
          "application/json",
          "application/json"
          ^^^^^^^^^^^^^^^^^^ "application/json" stands twice in "produces" of operation ListItems.
        ],
        "security": [{ "key": [] }, { "key": [] }]
                                    ^ {"key":[]} stands twice in "security" of operation ListItems.
      }
    }
  },
  "definitions": { "Item": { "type": "object", "required": ["id", "name", "id"] } }
                                                                          ^^^^ "id" stands twice in "required" of definition Item.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "schemes": ["http", "https"],
  "tags": [{ "name": "Items" }, { "name": "Items" }],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "tags": ["Items", "items"],
        "parameters": [{ "name": "kind", "in": "query", "type": "string", "enum": ["a", "a"] }]
      }
    }
  },
  "definitions": {
    "Item": { "required": ["id"], "default": { "tags": ["a", "a"] }, "properties": { "required": { "type": "array" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "schemes": ["https"],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "tags": ["Items", "Lists"],
        "produces": [
          "application/json"
        ],
        "security": [{ "key": [] }]
      }
    }
  },
  "definitions": { "Item": { "type": "object", "required": ["id", "name"] } }
}
`,
    ],
  },
});
