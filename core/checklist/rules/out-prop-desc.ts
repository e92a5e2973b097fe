import { defineRule } from "../rule.ts";
import { lacksText } from "../swagger.ts";

export default defineRule({
  id: "out-prop-desc",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Every property that an operation gives has a description.",
  why: "It tells makers and agents what the value means where its name alone does not.",
  todo: "Say in `description` what the value is, in one short sentence. Hidden properties and what hidden operations give need none.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    field({ output, input, item, target, name }, { report }) {
      // Of an input without a description its own rule speaks.
      if (!output || input || !lacksText(target, "description") || !lacksText(item, "description")) return;
      report({ at: item.keyPlace, message: `The output ${name} has no description.` });
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
          "default": { "schema": { "properties": { "orderId": { "type": "string", "x-ms-summary": "Order ID" } } } }
                                                   ^^^^^^^^^ The output orderId has no description.
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
    "/orders": {
      "get": {
        "responses": {
          "200": {
            "schema": {
              "properties": {
                "orderId": { "type": "string", "description": "Identifier of the order." },
                "unit": { "$ref": "#/definitions/Unit" },
                "half": { "description":  }
              }
            }
          },
          "default": { "schema": { "properties": { "reason": { "type": "string" } } } }
        }
      },
      "post": {
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Order" } }],
        "responses": { "200": { "schema": { "$ref": "#/definitions/Order" } } }
      }
    }
  },
  "definitions": {
    "Unit": { "type": "string", "description": "How it is counted." },
    "Order": { "properties": { "id": { "type": "string" } } }
  }
}
`,
    ],
  },
});
