import type { Operation } from "../../model/connector.ts";
import { insertMember } from "../../syntax/edits.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, operationName, swaggerRoot } from "../swagger.ts";
import { freeName } from "../text.ts";
import { CALLBACK } from "../webhooks.ts";

/** A hidden operation below the path of the webhook, where that has room for one. */
function deletionOf({ path, id, connector, pathItem }: Operation): FixDraft | undefined {
  const route = `${path.replace(/\/+$/, "")}/{id}`;
  const paths = pathItem.parent;
  if (!id || /[{}?#]/.test(path) || paths.get(route).exists) return undefined;
  const operation = {
    operationId: freeName(
      `Delete${id.replace(/^./, (letter) => letter.toUpperCase())}`,
      new Set(connector.operationIds),
    ),
    summary: "Delete the webhook",
    description: "Ends the subscription of a webhook.",
    "x-ms-visibility": "internal",
    parameters: [{ name: "id", in: "path", required: true, type: "string", "x-ms-url-encoding": "single" }],
    responses: { "200": { description: "OK" } },
  };
  return {
    title: `Add DELETE ${route}`,
    edits: () => insertMember(paths, route, { delete: operation }, path),
  };
}

export default defineRule({
  id: "webhook-delete",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A connector with webhooks has an operation that deletes them.",
  why: "When a flow is switched off the platform deletes its webhook; without an operation for it the service goes on calling for ever.",
  todo: "Add a DELETE operation for the webhook, hidden from makers. The service has to answer the subscription with 201 and a Location header that leads to it.",
  source: "Microsoft Learn, using a webhook as a trigger",
  check: {
    input: {
      [CALLBACK]({ operation, item }, { connector, report }) {
        if (item.get(CALLBACK).boolean !== true || connector.operations.some(({ method }) => method === "DELETE"))
          return;
        const paths = swaggerRoot(connector).get("paths");
        if (!isComplete(swaggerRoot(connector)) || !isComplete(paths)) return;
        const fix = deletionOf(operation);
        report({
          at: operation.item.keyPlace,
          message: `Nothing deletes the webhook that ${operationName(operation)} creates.`,
          ...(fix && { fix }),
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
      ^^^^^^ Nothing deletes the webhook that OnTask creates.
        "operationId": "OnTask",
        "parameters": [{ "name": "url", "in": "query", "type": "string", "x-ms-notification-url": true }]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/boards/{board}/hooks": {
      "post": {
      ^^^^^^ Nothing deletes the webhook that OnBoard creates.
        "operationId": "OnBoard",
        "parameters": [{ "name": "url", "in": "query", "type": "string", "x-ms-notification-url": true }]
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
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "url", "in": "query", "type": "string", "x-ms-notification-url": true }]
      }
    },
    "/hooks/{id}": { "delete": { "operationId": "DeleteHook" } }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "url", "in": "query", "type": "string", "x-ms-notification-url": true }]
      }
    },
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "url", "in": "query", "type": "string", "x-ms-notification-url": true }]
      }
    },
    "/hooks/{id}": {
      "delete": {
        "operationId": "DeleteOnTask",
        "summary": "Delete the webhook",
        "description": "Ends the subscription of a webhook.",
        "x-ms-visibility": "internal",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-url-encoding": "single"
          }
        ],
        "responses": {
          "200": {
            "description": "OK"
          }
        }
      }
    }
  }
}
`,
      undefined,
    ],
  },
});
