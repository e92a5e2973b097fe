import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, operationName, parameterPlace } from "../swagger.ts";
import { titleFromName } from "../text.ts";

export default defineRule({
  id: "body-param-labels",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The body of a visible operation has an x-ms-summary.",
  why: "The designer shows it where the body is one input, such as a list or a text; otherwise makers see the name of the parameter.",
  todo: "Add `x-ms-summary` in title case. Most connectors leave it out, because the properties of a body have labels of their own.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    operation(operation, { report }) {
      const { body, internal } = operation;
      if (internal || !body || body.internal || !body.name.trim() || !lacksText(body.item, "x-ms-summary")) return;
      const { item, use, name } = body;
      const label = titleFromName(name);
      report({
        at: parameterPlace(item, "x-ms-summary"),
        message: `${use.node === item.node ? `The body ${name} of ${operationName(operation)}` : `The shared body ${name}`} has no x-ms-summary.`,
        fix: {
          title: `Add "x-ms-summary": "${label}"`,
          edits: () => setMember(item, "x-ms-summary", label, "name"),
        },
      });
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
        "parameters": [{ "name": "newItemId", "in": "body", "schema": { "type": "object" } }]
                                 ^^^^^^^^^^^ The body newItemId of CreateItem has no x-ms-summary.
      },
      "put": { "operationId": "UpdateItem", "parameters": [{ "$ref": "#/parameters/Body" }] },
      "patch": { "operationId": "PatchItem", "parameters": [{ "$ref": "#/parameters/Body" }] }
    }
  },
  "parameters": { "Body": { "name": "body", "in": "body", "x-ms-summary": " " } }
                                                                          ^^^ The shared body body has no x-ms-summary.
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
        "parameters": [{ "name": "item", "in": "body", "x-ms-summary": "Item" }]
      },
      "put": {
        "operationId": "UpdateItem",
        "parameters": [{ "name": "item", "in": "body", "x-ms-visibility": "internal" }]
      },
      "patch": {
        "operationId": "PatchItem",
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "item", "in": "body" }]
      },
      "delete": { "operationId": "DeleteItem", "parameters": [{ "name": "", "in": "body" }] },
      "get": { "operationId": "GetItem", "parameters": [{ "name": "item", "in": "body", "x-ms-summary": 
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "newItemId", "x-ms-summary": "New Item ID", "in": "body", "schema": { "type": "object" } }]
      },
      "put": { "operationId": "UpdateItem", "parameters": [{ "$ref": "#/parameters/Body" }] },
      "patch": { "operationId": "PatchItem", "parameters": [{ "$ref": "#/parameters/Body" }] }
    }
  },
  "parameters": { "Body": { "name": "body", "in": "body", "x-ms-summary": "Body" } }
}
`,
    ],
  },
});
