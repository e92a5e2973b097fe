import { remove, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";
import { nearest } from "../text.ts";
import { takesCallback } from "../webhooks.ts";

const KEY = "x-ms-notification";

export default defineRule({
  id: "notification-extension",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `Only triggers that fetch have ${KEY}, and it names a webhook of the connector.`,
  why: "It tells a trigger which webhook subscribes for it; an action has nothing to subscribe to, and a webhook is that itself.",
  todo: "Remove the extension from actions and webhooks, and name an operation that takes a callback address.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: [
    "NotificationExtensionNotSupportedInWebhookOperation",
    "NotificationExtensionSupportedForTriggerOnly",
    "NotificationOperationMustBeWebhook",
  ],
  check: {
    operation(operation, { connector, report }) {
      const { item } = operation;
      const extension = item.get(KEY);
      if (!extension.isObject || !isComplete(item)) return;
      const webhook = takesCallback(operation, connector);
      if (webhook || !operation.trigger) {
        report({
          at: extension.keyPlace,
          message: `${operationName(operation)} is ${webhook ? "a webhook" : "no trigger"} and cannot have ${KEY}.`,
          fix: { title: `Remove ${KEY}`, edits: () => remove(extension) },
        });
        return;
      }
      const id = extension.get("operationId");
      if (!id.string) return;
      const target = connector.operation(id.string);
      if (target && takesCallback(target, connector)) return;
      const webhooks = connector.operations.filter((one) => takesCallback(one, connector)).map((one) => one.id);
      const meant = webhooks.length === 1 ? webhooks[0] : nearest(id.string, webhooks);
      report({
        at: id.place,
        message: target
          ? `${KEY} names ${id.string}, which is no webhook.`
          : `${KEY} names the operation ${id.string}, which does not exist.`,
        ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(id, meant) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-notification": { "operationId": "Subscribe" }
        ^^^^^^^^^^^^^^^^^^^ ListItems is no trigger and cannot have x-ms-notification.
      },
      "post": {
        "operationId": "WhenItemComes",
        "x-ms-trigger": "batch",
        "x-ms-notification": { "operationId": "ListItems" }
                                              ^^^^^^^^^^^ x-ms-notification names ListItems, which is no webhook.
      }
    },
    "/hooks": {
      "post": {
        "operationId": "Subscribe",
        "x-ms-trigger": "single",
        "x-ms-notification": { "operationId": "Subscribe" },
        ^^^^^^^^^^^^^^^^^^^ Subscribe is a webhook and cannot have x-ms-notification.
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      }
    }
  },
  "definitions": { "Hook": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "WhenItemComes",
        "x-ms-trigger": "batch",
        "x-ms-notification": { "operationId": "Subscribe" }
      }
    },
    "/hooks": {
      "post": {
        "operationId": "Subscribe",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      }
    }
  },
  "definitions": { "Hook": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems"
      },
      "post": {
        "operationId": "WhenItemComes",
        "x-ms-trigger": "batch",
        "x-ms-notification": { "operationId": "Subscribe" }
      }
    },
    "/hooks": {
      "post": {
        "operationId": "Subscribe",
        "x-ms-trigger": "single",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      }
    }
  },
  "definitions": { "Hook": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } } }
}
`,
    ],
  },
});
