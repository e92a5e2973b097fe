import { labelFix, lacksLabel } from "../fields.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "out-prop-summary",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Every property that an operation gives has an x-ms-summary or a title.",
  why: "Makers pick it by this name in the next step; without one they see the name on the wire.",
  todo: "Add `x-ms-summary` in title case. Hidden properties and what hidden operations give need none.",
  source: "Microsoft Learn, connector string guidance; extending an OpenAPI definition",
  check: {
    field(field, { report }) {
      // Of what is an input as well its own rule speaks.
      if (!field.output || field.input || !lacksLabel(field)) return;
      const fix = labelFix(field);
      report({ at: field.item.keyPlace, message: `The output ${field.name} has no label.`, ...(fix && { fix }) });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "responses": {
          "200": { "schema": { "properties": { "orderId": { "type": "string" }, "due": { "type": "string", "title": "" } } } }
                                               ^^^^^^^^^ The output orderId has no label.
                                                                                ^^^^^ The output due has no label.
        }
      },
      "put": { "responses": { "201": { "$ref": "#/responses/Order" } } },
      "x-ms-notification-content": { "schema": { "type": "object", "properties": { "event": { "type": "string" } } } }
                                                                                   ^^^^^^^ The output event has no label.
    }
  },
  "responses": { "Order": { "schema": { "type": "array", "items": { "$ref": "#/definitions/Order" } } } },
  "definitions": { "Order": { "properties": { "note": { "type": "string", "x-ms-summary": "" } } } }
                                              ^^^^^^ The output note has no label.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "responses": {
          "200": {
            "schema": {
              "properties": {
                "orderId": { "type": "string", "x-ms-summary": "Order ID" },
                "due": { "type": "string", "title": "Due Date" }
              }
            }
          },
          "400": { "schema": { "properties": { "reason": { "type": "string" } } } }
        }
      },
      "put": {
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Order" } }],
        "responses": { "200": { "schema": { "$ref": "#/definitions/Order" } } }
      },
      "delete": {
        "x-ms-visibility": "internal",
        "responses": { "200": { "schema": { "properties": { "id": { "type": "string" } } } } }
      }
    }
  },
  "definitions": { "Order": { "properties": { "note": { "type": "string" } } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "responses": {
          "200": { "schema": { "properties": { "orderId": { "type": "string", "x-ms-summary": "Order ID" }, "due": { "type": "string", "x-ms-summary": "Due", "title": "" } } } }
        }
      },
      "put": { "responses": { "201": { "$ref": "#/responses/Order" } } },
      "x-ms-notification-content": { "schema": { "type": "object", "properties": { "event": { "type": "string", "x-ms-summary": "Event" } } } }
    }
  },
  "responses": { "Order": { "schema": { "type": "array", "items": { "$ref": "#/definitions/Order" } } } },
  "definitions": { "Order": { "properties": { "note": { "type": "string", "x-ms-summary": "Note" } } } }
}
`,
    ],
  },
});
