import { labelFix, lacksLabel } from "../fields.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "body-prop-summary",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Every property that makers enter has an x-ms-summary or a title.",
  why: "It is the label of the input; without one makers see the name on the wire.",
  todo: "Add `x-ms-summary` in title case. Hidden properties, and bodies of hidden operations, need none.",
  source: "Microsoft Learn, preparing connector files for certification; connector string guidance",
  check: {
    field(field, { report }) {
      if (!field.input || !lacksLabel(field)) return;
      const fix = labelFix(field);
      report({ at: field.item.keyPlace, message: `The input ${field.name} has no label.`, ...(fix && { fix }) });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "orderId": { "type": "string" },
                ^^^^^^^^^ The input orderId has no label.
                "note": { "type": "string", "description": "Note." },
                ^^^^^^ The input note has no label.
                "parts": { "title": "Parts", "items": { "properties": { "sku": { "description": "What is ordered." } } } }
                                                                        ^^^^^ The input sku has no label.
              }
            }
          }
        ]
      },
      "put": { "parameters": [{ "$ref": "#/parameters/Order" }] }
    }
  },
  "parameters": { "Order": { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Order" } } },
  "definitions": {
    "Order": { "properties": { "note": { "type": "string" } }, "allOf": [{ "$ref": "#/definitions/Base" }] },
                               ^^^^^^ The input note has no label.
    "Base": { "properties": { "unit": { "$ref": "#/definitions/Unit" }, "other": { "$ref": "#/definitions/Lost" } } },
                              ^^^^^^ The input unit has no label.
    "Unit": { "type": "string", "title": "" }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "orderId": { "type": "string", "x-ms-summary": "Order ID" },
                "note": { "type": "string", "title": "Note" },
                "unit": { "$ref": "#/definitions/Unit" },
                "secret": { "type": "object", "x-ms-visibility": "internal", "properties": { "key": { "type": "string" } } },
                "made": { "type": "string", "readOnly": true },
                "half": { "type": "string", "title":  }
              }
            }
          }
        ],
        "responses": { "200": { "schema": { "$ref": "#/definitions/Result" } } }
      },
      "put": {
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Result" } }]
      }
    }
  },
  "definitions": {
    "Unit": { "type": "string", "title": "Unit" },
    "Result": { "properties": { "id": { "type": "string" } } },
    "Unused": { "properties": { "id": { "type": "string" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "post": {
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "orderId": { "type": "string", "x-ms-summary": "Order ID" },
                "note": { "type": "string", "description": "Note." },
                "parts": { "title": "Parts", "items": { "properties": { "sku": { "description": "What is ordered.", "x-ms-summary": "SKU" } } } }
              }
            }
          }
        ]
      },
      "put": { "parameters": [{ "$ref": "#/parameters/Order" }] }
    }
  },
  "parameters": { "Order": { "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Order" } } },
  "definitions": {
    "Order": { "properties": { "note": { "type": "string", "x-ms-summary": "Note" } }, "allOf": [{ "$ref": "#/definitions/Base" }] },
    "Base": { "properties": { "unit": { "$ref": "#/definitions/Unit" }, "other": { "$ref": "#/definitions/Lost" } } },
    "Unit": { "type": "string", "title": "" }
  }
}
`,
    ],
  },
});
