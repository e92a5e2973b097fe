import { insertMember, remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacks, operationName } from "../swagger.ts";
import { CALLBACK, CONTENT } from "../webhooks.ts";

const SKELETON = { description: "What the service sends.", schema: { type: "object", properties: {} } };

export default defineRule({
  id: "webhook-notification-content",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The path of a webhook describes what the service sends to the callback.",
  why: "The flow uses the fields of what is sent; without a schema there are none.",
  todo: `Add \`${CONTENT}\` with a \`schema\` to the path, beside its operations and not in one of them.`,
  source: "Microsoft Learn, swagger validator errors, section Operations; using a webhook as a trigger",
  codes: ["OperationMustHaveNotificationContentExtension"],
  check: {
    operation({ path, pathItem }, { report }) {
      const content = pathItem.get(CONTENT);
      if (!content.exists || !lacks(content, "schema")) return;
      report({
        at: content.keyPlace,
        // Published connectors have it so on paths whose operations take no callback.
        severity: "warning",
        message: `${CONTENT} of the path ${path} has no schema.`,
        fix: {
          title: "Add a schema to start from",
          edits: () => insertMember(content, "schema", SKELETON.schema),
        },
      });
    },
    input: {
      [CALLBACK]({ operation, item: input }, { report }) {
        const { item, pathItem } = operation;
        if (!input.get(CALLBACK).boolean || pathItem.get(CONTENT).exists || !isComplete(pathItem)) return;
        const own = item.get(CONTENT);
        report({
          at: own.exists ? own.keyPlace : item.keyPlace,
          message: own.exists
            ? `${CONTENT} stands in ${operationName(operation)} and not on its path.`
            : `Operation ${operationName(operation)} takes a callback, but nothing says what is sent to it.`,
          fix: own.exists
            ? {
                title: "Move it to the path",
                edits: () => [...remove(own), ...insertMember(pathItem, CONTENT, own.toData())],
              }
            : { title: `Add ${CONTENT} to start from`, edits: () => insertMember(pathItem, CONTENT, SKELETON) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
      ^^^^^^ Operation WhenItemComes takes a callback, but nothing says what is sent to it.
        "operationId": "WhenItemComes",
        "x-ms-trigger": "single",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      }
    },
    "/others": {
      "post": {
        "operationId": "WhenOtherComes",
        "x-ms-notification-content": { "schema": { "type": "object" } },
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-notification-content stands in WhenOtherComes and not on its path.
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      }
    },
    "/thirds": {
      "x-ms-notification-content": { "description": "A third." },
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-notification-content of the path /thirds has no schema.
      "post": { "operationId": "WhenThirdComes" }
    }
  },
  "definitions": {
    "Hook": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": {
        "operationId": "WhenItemComes",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "properties": { "url": { "x-ms-notification-url": true } } } }
        ]
      }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "properties": { "url": { "x-ms-notification-url": false } } } }
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
    "/hooks": {
      "post": {
        "operationId": "WhenItemComes",
        "x-ms-trigger": "single",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      },
      "x-ms-notification-content": {
        "description": "What the service sends.",
        "schema": {
          "type": "object",
          "properties": {}
        }
      }
    },
    "/others": {
      "post": {
        "operationId": "WhenOtherComes",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      },
      "x-ms-notification-content": {
        "schema": {
          "type": "object"
        }
      }
    },
    "/thirds": {
      "x-ms-notification-content": { "description": "A third.", "schema": { "type": "object", "properties": {} } },
      "post": { "operationId": "WhenThirdComes" }
    }
  },
  "definitions": {
    "Hook": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
  }
}
`,
    ],
  },
});
