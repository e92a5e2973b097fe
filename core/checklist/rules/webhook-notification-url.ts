import type { Operation } from "../../model/connector.ts";
import { setMember } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName, swaggerRoot } from "../swagger.ts";
import { CALLBACK, CONTENT, takesCallback } from "../webhooks.ts";

/** The field that most likely takes the callback: the only text of the body whose name says address. */
function likely({ body, connector }: Operation): Item | undefined {
  const fields = connector
    .resolve(body?.schema ?? connector.root.get(""))
    .get("properties")
    .children()
    .filter((field) => field.get("type").string === "string" && /url|uri|callback|endpoint/i.test(field.key));
  return fields.length === 1 ? fields[0] : undefined;
}

export default defineRule({
  id: "webhook-notification-url",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A webhook trigger marks the field that takes the callback address.",
  why: "The platform fills in the address there; without the mark the service never learns whom to call.",
  todo: `Add \`"${CALLBACK}": true\` to the field of the body that takes the address, and make it internal.`,
  source: "Microsoft Learn, swagger validator errors, section Operations; using a webhook as a trigger",
  codes: ["WebhookOperationsMissingNotificationUrlProperty"],
  check: {
    operation(operation, { connector, report }) {
      const { item, pathItem, body } = operation;
      if (!operation.trigger || !pathItem.get(CONTENT).exists || !isComplete(item)) return;
      if (!isComplete(swaggerRoot(connector))) return;
      // A body that cannot be found may well have the field.
      if (body && !connector.resolve(body.schema).isObject) return;
      if (takesCallback(operation, connector)) return;
      const field = likely(operation);
      report({
        at: item.get("x-ms-trigger").place,
        message: `The webhook ${operationName(operation)} marks no field for the callback address.`,
        ...(field && {
          fix: {
            title: `Mark "${field.key}" as the callback address`,
            edits: () => setMember(field, CALLBACK, true, "type"),
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
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": {
        "operationId": "WhenItemComes",
        "x-ms-trigger": "single",
                        ^^^^^^^^ The webhook WhenItemComes marks no field for the callback address.
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "callbackUrl": { "type": "string" }, "kind": { "type": "string" } } }
          }
        ]
      }
    },
    "/others": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "WhenOtherComes", "x-ms-trigger": "single" }
                                                                 ^^^^^^^^ The webhook WhenOtherComes marks no field for the callback address.
    }
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
        "x-ms-trigger": "single",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      },
      "get": { "operationId": "ListHooks" }
    },
    "/items": { "get": { "operationId": "WhenItemsCome", "x-ms-trigger": "batch" } }
  },
  "definitions": {
    "Hook": { "properties": { "hook": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": {
        "operationId": "WhenItemComes",
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "callbackUrl": { "type": "string", "x-ms-notification-url": true }, "kind": { "type": "string" } } }
          }
        ]
      }
    },
    "/others": {
      "x-ms-notification-content": { "schema": { "type": "object" } },
      "post": { "operationId": "WhenOtherComes", "x-ms-trigger": "single" }
    }
  }
}
`,
    ],
  },
});
