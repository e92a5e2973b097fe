import { insertMember } from "../../syntax/edits.ts";
import { callerOf, inDynamicCalls } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

export default defineRule({
  id: "dynamic-required-params",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A dynamic list or schema passes everything that the operation it calls requires.",
  why: "The designer makes the call by itself: a required value that nobody passes makes it fail, and the list stays empty.",
  todo: "Add the parameter under `parameters` of the extension, with a fixed value or taken from another input.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: ["OperationMissingRequiredProperty"],
  check: {
    member: inDynamicCalls(({ extension, call }, { connector, report }) => {
      const target = connector.operation(call.get("operationId").string ?? "");
      const passed = call.get("parameters");
      // What a tree passes while it is browsed depends on the item that was picked.
      if (!target || extension === "x-ms-dynamic-tree" || !isComplete(call)) return;
      if (passed.exists && !isComplete(passed)) return;
      for (const { name, required, item } of target.parameters) {
        if (!required || !name || item.get("default").exists || passed.get(name).exists) continue;
        const owner = callerOf(call, connector);
        const own = owner?.parameters.some((parameter) => parameter.name === name);
        const key = /values|schema/.test(extension) ? "parameter" : "parameterReference";
        const value = { [key]: name };
        report({
          at: call.get("operationId").place,
          message: `${extension} does not pass ${name}, which ${target.id} requires.`,
          ...(own && {
            fix: {
              title: `Pass the parameter "${name}"`,
              edits: () =>
                passed.isObject
                  ? insertMember(passed, name, value)
                  : insertMember(call, "parameters", { [name]: value }, "operationId"),
            },
          }),
        });
      }
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "parameters": [
          { "name": "site", "in": "query", "required": true, "type": "string" },
          { "name": "kind", "in": "query", "required": true, "type": "string", "default": "all" }
        ]
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "site", "in": "query", "type": "string" },
          { "name": "board", "in": "query", "type": "string", "x-ms-dynamic-values": { "operationId": "ListBoards" } },
                                                                                                      ^^^^^^^^^^^^ x-ms-dynamic-values does not pass site, which ListBoards requires.
          {
            "name": "other",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "kind": { "value": "all" } } }
                                                  ^^^^^^^^^^^^ x-ms-dynamic-list does not pass site, which ListBoards requires.
          }
        ]
      }
    }
  },
  "definitions": { "Item": { "x-ms-dynamic-schema": { "operationId": "ListBoards" } } }
                                                                     ^^^^^^^^^^^^ x-ms-dynamic-schema does not pass site, which ListBoards requires.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "parameters": [{ "name": "site", "in": "query", "required": true, "type": "string" }]
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "site", "in": "query", "type": "string" },
          {
            "name": "board",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "site" } } },
            "x-ms-dynamic-tree": { "open": { "operationId": "ListBoards" } }
          },
          { "name": "lost", "in": "query", "x-ms-dynamic-values": { "operationId": "Lost" } }
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
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "parameters": [
          { "name": "site", "in": "query", "required": true, "type": "string" },
          { "name": "kind", "in": "query", "required": true, "type": "string", "default": "all" }
        ]
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "site", "in": "query", "type": "string" },
          { "name": "board", "in": "query", "type": "string", "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "site" } } } },
          {
            "name": "other",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "kind": { "value": "all" }, "site": { "parameterReference": "site" } } }
          }
        ]
      }
    }
  },
  "definitions": { "Item": { "x-ms-dynamic-schema": { "operationId": "ListBoards" } } }
}
`,
    ],
  },
});
