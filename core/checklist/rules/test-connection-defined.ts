import type { Connector } from "../../model/connector.ts";
import { setMember } from "../../syntax/edits.ts";
import { needed } from "../connections.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacks, memberPlace, swaggerRoot } from "../swagger.ts";

const KEY = "x-ms-capabilities";
/** Names of operations that services have for asking whether one is let in, the best first. */
const LIKELY = [
  /test.?connection|connection.?test/i,
  /(?:^|[^a-z])ping|[a-z]Ping(?![a-z])/,
  /who.?am.?i/i,
  /(?:current|my).?(?:user|account|profile)|user.?info|myself|(?:Get|_)Me$/i,
  /(?:health|status)(?:.?check)?$/i,
];

/** The operation that most likely serves as a test: a GET with a telling name that needs no input. */
function likelyTest({ operations, operationIds }: Connector): string | undefined {
  for (const name of LIKELY)
    for (const [index, id] of operationIds.entries()) {
      if (!name.test(id)) continue;
      const operation = operations[index];
      if (operation?.method === "GET" && !operation.trigger && !needed(operation).length) return id;
    }
  return undefined;
}

export default defineRule({
  id: "test-connection-defined",
  section: "auth",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The definition names an operation that tests a connection.",
  why: "A wrong key is then noticed when the connection is made, and not when the first flow fails.",
  todo: `Name a GET operation that needs no input under \`${KEY}.testConnection\`. Connectors that are not certified do without.`,
  source: "Microsoft Learn, implementing a test connection; extending an OpenAPI definition",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const capabilities = root.get(KEY);
      const test = capabilities.get("testConnection");
      if (test.exists || !isComplete(root) || !root.get("paths").isObject) return;
      if (!capabilities.isObject && !lacks(root, KEY)) return;
      const id = likelyTest(connector);
      const value = { operationId: id };
      report({
        at: memberPlace(root, KEY),
        message: "No operation is named that tests a connection.",
        ...(id && {
          fix: {
            title: `Test with ${id}`,
            edits: () =>
              capabilities.isObject
                ? setMember(capabilities, "testConnection", value)
                : setMember(root, KEY, { testConnection: value }),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
^ No operation is named that tests a connection.
  "swagger": "2.0",
  "paths": {
    "/health": { "get": { "operationId": "HealthCheck" } },
    "/me": { "get": { "operationId": "GetMe" } },
    "/user": {
      "get": {
        "operationId": "GetCurrentUser",
        "parameters": [{ "name": "site", "in": "query", "required": true, "type": "string" }]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-capabilities": {},
  ^^^^^^^^^^^^^^^^^^^ No operation is named that tests a connection.
  "paths": { "/ping": { "post": { "operationId": "Ping" } }, "/shipping": { "get": { "operationId": "ListShipping" } } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "Ping" } },
  "paths": { "/ping": { "get": { "operationId": "Ping" } } }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-capabilities": ,
  "paths": { "/ping": { "get": { "operationId": "Ping" } } }
}
`,
      `{ "swagger": "2.0", "paths": { "/ping": { "get": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/health": { "get": { "operationId": "HealthCheck" } },
    "/me": { "get": { "operationId": "GetMe" } },
    "/user": {
      "get": {
        "operationId": "GetCurrentUser",
        "parameters": [{ "name": "site", "in": "query", "required": true, "type": "string" }]
      }
    }
  },
  "x-ms-capabilities": {
    "testConnection": {
      "operationId": "GetMe"
    }
  }
}
`,
      undefined,
    ],
  },
});
