import { remove, setMember, setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { lacks, parameterPlace } from "../swagger.ts";

/** What describes a value: in a body it belongs into the schema. */
const DESCRIBING = [
  "type",
  "format",
  "items",
  "collectionFormat",
  "default",
  "enum",
  "pattern",
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "allowEmptyValue",
];

export default defineRule({
  id: "body-has-schema",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A body has a schema, and what describes its value stands in it.",
  why: "Only a schema tells the designer which fields to ask for; type and format beside it are refused.",
  todo: "Add `schema` to the body and move `type`, `format`, `items` and the like into it.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["BodyParameterSchemaRequired", "BodyParameterPropertyNotValid"],
  check: {
    member: {
      in({ part, text }, { report }) {
        if (part.name !== "parameter" || text !== "body") return;
        const { item } = part;
        const label = partLabel(part);
        const describing = DESCRIBING.filter((key) => item.get(key).exists);
        if (lacks(item, "schema")) {
          const members = item.children();
          const schema = Object.fromEntries(describing.map((key) => [key, item.get(key).toData()]));
          const kept = Object.fromEntries(
            members
              .filter(({ key }) => key !== "schema" && !describing.includes(key))
              .map((one) => [one.key, one.toData()]),
          );
          report({
            at: parameterPlace(item, "schema"),
            message: `The body ${label} has no schema.`,
            fix: describing.length
              ? {
                  title: `Move ${describing.join(", ")} into a schema`,
                  edits: () => setValue(item, { ...kept, schema }),
                }
              : {
                  title: 'Add "schema": { "type": "object" }',
                  edits: () => setMember(item, "schema", { type: "object" }),
                },
          });
          return;
        }
        if (!item.get("schema").isObject) return;
        for (const key of describing) {
          const value = item.get(key);
          report({
            at: value.keyPlace,
            message: `The body ${label} has "${key}" beside its schema.`,
            fix: { title: `Remove "${key}"`, edits: () => remove(value) },
          });
        }
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "item", "in": "body", "type": "object" }
                    ^^^^^^ The body parameter item has no schema.
        ]
      },
      "put": {
        "operationId": "SetItem",
        "parameters": [{ "name": "item", "in": "body", "required": true }]
                                 ^^^^^^ The body parameter item has no schema.
      },
      "patch": {
        "operationId": "ChangeItem",
        "parameters": [{ "name": "item", "in": "body", "type": "object", "schema": { "type": "object" } }]
                                                       ^^^^^^ The body parameter item has "type" beside its schema.
      }
    }
  }
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
          { "name": "item", "in": "body", "required": true, "description": "An item.", "schema": { "type": "object" } },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "half", "in": "body", "schema":  }
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
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object"
            }
          }
        ]
      },
      "put": {
        "operationId": "SetItem",
        "parameters": [{ "name": "item", "in": "body", "required": true, "schema": { "type": "object" } }]
      },
      "patch": {
        "operationId": "ChangeItem",
        "parameters": [{ "name": "item", "in": "body", "schema": { "type": "object" } }]
      }
    }
  }
}
`,
    ],
  },
});
