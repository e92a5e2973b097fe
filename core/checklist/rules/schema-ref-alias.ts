import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "schema-ref-alias",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A definition describes something itself and is no second name for another one.",
  why: "The platform follows one reference and no chain of them: what uses the second name has no fields.",
  todo: "Let the places that use it refer to the other definition, or repeat its content here.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["SchemaRefLoopNotAllowed"],
  check: {
    member: {
      $ref({ part, value: ref }, { connector, report }) {
        if (part.name !== "schema" || !part.isShared || !ref.isString) return;
        const definition = part.item;
        const content = connector.resolve(definition);
        report({
          at: ref.place,
          message: `The definition ${definition.key} is only another name for "${ref.string}".`,
          ...(content.isObject && {
            fix: {
              title: `Repeat the content of ${content.key} here`,
              edits: () => setValue(definition, content.toData()),
            },
          }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Entry": {
      "$ref": "#/definitions/Item"
              ^^^^^^^^^^^^^^^^^^^^ The definition Entry is only another name for "#/definitions/Item".
    },
    "Item": {
      "type": "object",
      "properties": { "id": { "type": "string" } }
    },
    "Loop": { "$ref": "#/definitions/Loop" }
                      ^^^^^^^^^^^^^^^^^^^^ The definition Loop is only another name for "#/definitions/Loop".
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "List": { "type": "array", "items": { "$ref": "#/definitions/Item" } },
    "Item": { "type": "object", "properties": { "$ref": { "type": "string" }, "parent": { "$ref": "#/definitions/Item" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Entry": {
      "type": "object",
      "properties": {
        "id": {
          "type": "string"
        }
      }
    },
    "Item": {
      "type": "object",
      "properties": { "id": { "type": "string" } }
    },
    "Loop": { "$ref": "#/definitions/Loop" }
  }
}
`,
    ],
  },
});
