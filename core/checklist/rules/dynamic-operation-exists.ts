import { setValue } from "../../syntax/edits.ts";
import { inDynamicCalls } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText, memberPlace, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "dynamic-operation-exists",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every dynamic list and schema names an operation of the connector that fills it.",
  why: "The designer calls this operation; without it the list stays empty and the fields do not appear.",
  todo: "Write the operationId exactly as the operation has it; letter case counts.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: ["OperationIdNotFound"],
  check: {
    member: inDynamicCalls(({ extension, call }, { connector, report }) => {
      const id = call.get("operationId");
      if (lacksText(call, "operationId"))
        return report({ at: memberPlace(call, "operationId"), message: `${extension} names no operation.` });
      if (id.string === undefined || connector.operation(id.string)) return;
      const root = swaggerRoot(connector);
      // In a definition that is still being typed an operation may be there without being seen.
      if (!isComplete(root) || !isComplete(root.get("paths"))) return;
      const meant = nearest(id.string, connector.operationIds);
      report({
        at: id.place,
        message: `${extension} names the operation ${id.string}, which does not exist.`,
        ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(id, meant) } }),
      });
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": { "get": { "operationId": "ListBoards" } },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "board", "in": "query", "type": "string", "x-ms-dynamic-values": { "operationId": "Listboards", "value-path": "id" } },
                                                                                                      ^^^^^^^^^^^^ x-ms-dynamic-values names the operation Listboards, which does not exist.
          { "name": "folder", "in": "query", "type": "string", "x-ms-dynamic-tree": { "open": { "operationId": "Open" } } }
                                                                                                               ^^^^^^ x-ms-dynamic-tree names the operation Open, which does not exist.
        ]
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "x-ms-dynamic-properties": { "parameters": {} } } }]
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-properties names no operation.
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
    "/boards": { "get": { "operationId": "ListBoards" } },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "board", "in": "query", "x-ms-dynamic-list": { "operationId": "ListBoards", "itemValuePath": "id" } },
          { "name": "file", "in": "query", "x-ms-dynamic-values": { "capability": "file-picker", "value-path": "Path" } },
          { "name": "name", "in": "query", "x-ms-dynamic-values": { "builtInOperation": "AzureResourceManager" } },
          { "name": "half", "in": "query", "x-ms-dynamic-values": { "operationId":  } }
        ]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "parameters": { "Board": { "name": "board", "in": "query", "x-ms-dynamic-values": { "operationId": "ListBoards" } } },
  "paths": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": { "get": { "operationId": "ListBoards" } },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "board", "in": "query", "type": "string", "x-ms-dynamic-values": { "operationId": "ListBoards", "value-path": "id" } },
          { "name": "folder", "in": "query", "type": "string", "x-ms-dynamic-tree": { "open": { "operationId": "Open" } } }
        ]
      },
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "x-ms-dynamic-properties": { "parameters": {} } } }]
      }
    }
  }
}
`,
    ],
  },
});
