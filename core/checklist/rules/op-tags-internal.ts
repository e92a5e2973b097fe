import type { Operation } from "../../model/connector.ts";
import { setMember } from "../../syntax/edits.ts";
import { inDynamicCalls } from "../dynamic.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { memberPlace, operationName, swaggerRoot } from "../swagger.ts";
import { takesCallback } from "../webhooks.ts";

const KEY = "x-ms-visibility";
/** Lists that fill a menu are often actions as well; what gives a schema never is. */
const SCHEMAS: ReadonlySet<string> = new Set(["x-ms-dynamic-schema", "x-ms-dynamic-properties"]);
const CHECK = /test|ping|health|alive|valid|verif|authori[sz]|authenticat|credential|connection|whoami/i;

const VARIABLE = /^\/?\{[^{}/]*\}$/;

/** Whether a path is another one with a variable behind it. */
function isBelow(path: string, other: string): boolean {
  return path.startsWith(other) && VARIABLE.test(path.slice(other.length));
}

function judge(operation: Operation | undefined, purpose: string, report: RuleContext["report"]): void {
  if (!operation || operation.internal) return;
  const { item } = operation;
  report({
    at: memberPlace(item, KEY),
    message: `${operationName(operation)} only ${purpose}, but makers see it among the actions.`,
    fix: { title: `Set "${KEY}" to "internal"`, edits: () => setMember(item, KEY, "internal", "operationId") },
  });
}

export default defineRule({
  id: "op-tags-internal",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Operations that only help others, such as those that give a schema, are internal.",
  why: "They do nothing for makers and stand in the way of the actions that do.",
  todo: "Set the visibility of such an operation to internal while it is new. Hiding one that is published changes it for those who use it, so leave that as it is.",
  source: "Microsoft Learn, implementing a test connection; extending an OpenAPI definition",
  check: {
    operation(operation, { connector, report }) {
      // The platform itself unsubscribes, at the address below that of the subscription.
      if (operation.method !== "POST" || !operation.trigger || !takesCallback(operation, connector)) return;
      for (const other of connector.operations)
        if (other.method === "DELETE" && isBelow(other.path, operation.path))
          judge(other, "ends the subscription of a trigger", report);
    },
    member: inDynamicCalls(({ extension, call }, { connector, report }) => {
      if (SCHEMAS.has(extension))
        judge(connector.operation(call.get("operationId").string ?? ""), "gives a schema to others", report);
    }),
    connector(connector, { report }) {
      const test = swaggerRoot(connector).path("x-ms-capabilities", "testConnection", "operationId").string;
      const operation = test ? connector.operation(test) : undefined;
      // Many connectors test with an action that makers use as well; the name tells what is for nothing else.
      if (operation && CHECK.test(operation.id)) judge(operation, "tests connections", report);
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/ping": { "get": { "operationId": "TestConnection" } },
               ^^^^^ TestConnection only tests connections, but makers see it among the actions.
    "/schema": { "get": { "operationId": "GetSchema", "x-ms-visibility": "advanced" } },
                                                                         ^^^^^^^^^^ GetSchema only gives a schema to others, but makers see it among the actions.
    "/hooks": {
      "post": {
        "operationId": "WhenItemIsCreated",
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
          }
        ]
      }
    },
    "/hooks/{id}": { "delete": { "operationId": "DeleteHook" } }
                     ^^^^^^^^ DeleteHook only ends the subscription of a trigger, but makers see it among the actions.
  },
  "definitions": {
    "Item": { "x-ms-dynamic-schema": { "operationId": "GetSchema" } },
    "Other": { "x-ms-dynamic-schema": { "operationId": "GetSchema" } }
  },
  "x-ms-capabilities": { "testConnection": { "operationId": "TestConnection" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/projects": { "get": { "operationId": "ListProjects" } },
    "/schema": { "get": { "operationId": "GetSchema", "x-ms-visibility": "internal" } },
    "/items/{id}": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": {
              "x-ms-dynamic-schema": { "operationId": "GetSchema" },
              "properties": {
                "project": { "type": "string", "x-ms-dynamic-values": { "operationId": "ListProjects" } },
                "other": { "x-ms-dynamic-schema": { "operationId": "Nothing" } }
              }
            }
          }
        ]
      }
    },
    "/items/{id}/parts/{part}": { "delete": { "operationId": "DeletePart" } }
  },
  "x-ms-capabilities": { "testConnection": { "operationId": "ListProjects" } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/ping": { "get": { "operationId": "TestConnection", "x-ms-visibility": "internal" } },
    "/schema": { "get": { "operationId": "GetSchema", "x-ms-visibility": "internal" } },
    "/hooks": {
      "post": {
        "operationId": "WhenItemIsCreated",
        "x-ms-trigger": "single",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
          }
        ]
      }
    },
    "/hooks/{id}": { "delete": { "operationId": "DeleteHook", "x-ms-visibility": "internal" } }
  },
  "definitions": {
    "Item": { "x-ms-dynamic-schema": { "operationId": "GetSchema" } },
    "Other": { "x-ms-dynamic-schema": { "operationId": "GetSchema" } }
  },
  "x-ms-capabilities": { "testConnection": { "operationId": "TestConnection" } }
}
`,
    ],
  },
});
