import { setMember } from "../../syntax/edits.ts";
import { isReference, labelOf } from "../fields.ts";
import { defineRule } from "../rule.ts";
import { lacksText } from "../swagger.ts";
import { sentenceFromName } from "../text.ts";
import { asSentence } from "../wording.ts";

export default defineRule({
  id: "body-prop-desc",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every property that makers enter has a description.",
  why: "It is the help beside the input; certification asks for one of every input.",
  todo: "Say in `description` what to enter, and in which form. Hidden properties, and bodies of hidden operations, need none.",
  source: "Microsoft Learn, preparing connector files for certification; pull request template of the connectors",
  check: {
    field(field, { report }) {
      const { input, item, name, target } = field;
      if (!input || !lacksText(target, "description") || !lacksText(item, "description")) return;
      const label = labelOf(field);
      const text = asSentence(label ?? sentenceFromName(name));
      report({
        at: item.keyPlace,
        message: `The input ${name} has no description.`,
        ...(!isReference(field) &&
          text && {
            fix: {
              title: `Add "description": "${text}"`,
              edits: () => setMember(item, "description", text, label === undefined ? "type" : "x-ms-summary"),
            },
          }),
      });
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
                "orderId": { "type": "string", "x-ms-summary": "Order ID" },
                ^^^^^^^^^ The input orderId has no description.
                "dueDate": { "type": "string", "description": " " },
                ^^^^^^^^^ The input dueDate has no description.
                "parts": { "type": "array", "items": { "$ref": "#/definitions/Part" }, "description": "What is ordered." }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": { "Part": { "properties": { "unitPrice": { "type": "number" } } } }
                                             ^^^^^^^^^^^ The input unitPrice has no description.
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
                "orderId": { "type": "string", "description": "Identifier of the order." },
                "unit": { "$ref": "#/definitions/Unit" },
                "secret": { "type": "string", "x-ms-visibility": "internal" },
                "half": { "type": "string", "description":  }
              }
            }
          }
        ],
        "responses": { "200": { "schema": { "properties": { "id": { "type": "string" } } } } }
      }
    }
  },
  "definitions": { "Unit": { "type": "string", "description": "How it is counted." } }
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
                "orderId": { "type": "string", "x-ms-summary": "Order ID", "description": "Order ID." },
                "dueDate": { "type": "string", "description": "Due date." },
                "parts": { "type": "array", "items": { "$ref": "#/definitions/Part" }, "description": "What is ordered." }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": { "Part": { "properties": { "unitPrice": { "type": "number", "description": "Unit price." } } } }
}
`,
    ],
  },
});
