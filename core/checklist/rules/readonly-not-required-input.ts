import { remove } from "../../syntax/edits.ts";
import { defineRule, type FixDraft } from "../rule.ts";

export default defineRule({
  id: "readonly-not-required-input",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A property that is sent is not both read-only and required.",
  why: "Read-only values come from the service: the designer does not ask for them, so the required value can never be sent.",
  todo: "Take the property out of the list of required ones, or remove `readOnly`. Where a schema is both sent and received, two schemas are the cleaner way.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["RequiredReadOnlyPropertyNotAllowedAsInput"],
  check: {
    input: {
      required({ item }, { report }) {
        const list = item.get("required");
        const required = list.children();
        const properties = item.get("properties");
        for (const entry of required) {
          const property = properties.get(entry.string ?? "");
          const flag = property.get("readOnly");
          if (!entry.isString || flag.boolean !== true) continue;
          const fixes: FixDraft[] = [
            {
              title: `Take "${property.key}" out of the required properties`,
              edits: () => remove(required.length > 1 ? entry : list),
            },
            { title: 'Remove "readOnly"', edits: () => remove(flag) },
          ];
          report({
            at: flag.place,
            message: `Property ${property.key} is sent and required, but read-only.`,
            fix: fixes,
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
        "parameters": [{ "name": "item", "in": "body", "schema": { "$ref": "#/definitions/Item" } }]
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "required": ["id", "name"],
      "properties": {
        "id": { "type": "string", "readOnly": true },
                                              ^^^^ Property id is sent and required, but read-only.
        "name": { "type": "string" },
        "owner": {
          "type": "object",
          "required": ["key"],
          "properties": { "key": { "type": "string", "readOnly": true } }
                                                                 ^^^^ Property key is sent and required, but read-only.
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
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "item", "in": "body", "schema": { "$ref": "#/definitions/NewItem" } }],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Item" } } }
      }
    }
  },
  "definitions": {
    "Item": { "required": ["id"], "properties": { "id": { "type": "string", "readOnly": true } } },
    "NewItem": {
      "required": ["name"],
      "properties": { "id": { "readOnly": true }, "name": { "type": "string", "readOnly": false } }
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
        "parameters": [{ "name": "item", "in": "body", "schema": { "$ref": "#/definitions/Item" } }]
      }
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "required": ["name"],
      "properties": {
        "id": { "type": "string", "readOnly": true },
        "name": { "type": "string" },
        "owner": {
          "type": "object",
          "properties": { "key": { "type": "string", "readOnly": true } }
        }
      }
    }
  }
}
`,
    ],
  },
});
