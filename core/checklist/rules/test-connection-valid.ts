import { setValue } from "../../syntax/edits.ts";
import { needed } from "../connections.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "test-connection-valid",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The operation that tests a connection exists, is a GET and gets every value that it requires.",
  why: "The platform calls it when a connection is made, without anybody to fill in values; it must not change anything.",
  todo: "Name a GET operation that needs nothing, or pass fixed values under `parameters`.",
  source: "Microsoft Learn, implementing a test connection; schema of the definition",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const test = root.path("x-ms-capabilities", "testConnection");
      const id = test.get("operationId");
      if (!id.string || !isComplete(root) || !isComplete(root.get("paths"))) return;
      const operation = connector.operation(id.string);
      // Looked for only where it is needed, because it reads the parameters of many operations.
      const findOther = (): string | undefined =>
        connector.operations.find(
          (one) => one.id && one.id !== id.string && one.method === "GET" && !needed(one).length,
        )?.id;
      if (!operation) {
        const meant = nearest(id.string, connector.operationIds) ?? findOther();
        report({
          at: id.place,
          message: `The connection is tested with the operation ${id.string}, which does not exist.`,
          ...(meant && { fix: { title: `Test with ${meant}`, edits: () => setValue(id, meant) } }),
        });
        return;
      }
      if (operation.method !== "GET") {
        const other = findOther();
        report({
          at: id.place,
          message: `The connection is tested with ${id.string}, a ${operation.method} that may change something.`,
          ...(other && { fix: { title: `Test with ${other}`, edits: () => setValue(id, other) } }),
        });
        return;
      }
      const passed = test.get("parameters");
      const missing = needed(operation).filter((name) => !passed.get(name).exists);
      const other = missing.length ? findOther() : undefined;
      for (const name of missing)
        report({
          at: id.place,
          message: `The connection is tested with ${id.string}, which requires ${name}.`,
          ...(other && { fix: { title: `Test with ${other}`, edits: () => setValue(id, other) } }),
        });
      for (const value of passed.children())
        if (value.isObject && (value.get("parameter").exists || value.get("parameterReference").exists))
          report({
            at: value.keyPlace,
            message: `The test of the connection takes ${value.key} from an input, but there is none.`,
          });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "Getme" } },
                                                            ^^^^^^^ The connection is tested with the operation Getme, which does not exist.
  "paths": { "/me": { "get": { "operationId": "GetMe" } } }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "CreateItem" } },
                                                            ^^^^^^^^^^^^ The connection is tested with CreateItem, a POST that may change something.
  "paths": { "/items": { "get": { "operationId": "ListItems" }, "post": { "operationId": "CreateItem" } } }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "GetItem", "parameters": { "top": { "parameter": "top" } } } },
                                                            ^^^^^^^^^ The connection is tested with GetItem, which requires id.
                                                                                       ^^^^^ The test of the connection takes top from an input, but there is none.
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "name": "top", "in": "query", "required": true, "type": "integer" }
        ]
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "GetItem", "parameters": { "id": 1 } } },
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "name": "top", "in": "query", "required": true, "type": "integer", "default": 1 },
          { "name": "skip", "in": "query", "type": "integer" }
        ]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "GetMe" } },
  "paths": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "GetMe" } },
  "paths": { "/me": { "get": { "operationId": "GetMe" } } }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "ListItems" } },
  "paths": { "/items": { "get": { "operationId": "ListItems" }, "post": { "operationId": "CreateItem" } } }
}
`,
      undefined,
    ],
  },
});
