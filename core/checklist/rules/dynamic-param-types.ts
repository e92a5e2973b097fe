import { Shape } from "../../model/shape.ts";
import { setValue } from "../../syntax/edits.ts";
import { callerOf, inDynamicCalls, passedBy } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { meantBy } from "../schema-paths.ts";
import { isComplete, operationName } from "../swagger.ts";
import { hasType, toType, valueKind } from "../values.ts";

/** Whether a value of one type can be passed where another one is expected. */
function fits(given: string | undefined, expected: string | undefined): boolean {
  return !given || !expected || given === expected || (given === "integer" && expected === "number");
}

export default defineRule({
  id: "dynamic-param-types",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "What a dynamic list or schema passes on has the type that is expected, and is there when it is required.",
  why: "The designer makes the call with what it has; a value of another type, or none, makes it fail and the list stays empty.",
  todo: "Give both inputs the same type, write fixed values in that type, and require the input that a required one is taken from.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: [
    "OperationParameterTypeMismatch",
    "OperationParameterStaticTypeMismatch",
    "OperationParameterRequiredMismatch",
  ],
  check: {
    member: inDynamicCalls(({ extension, call }, { connector, report }) => {
      const target = connector.operation(call.get("operationId").string ?? "");
      if (!target || !isComplete(call)) return;
      const caller = callerOf(call, connector);
      for (const { name, reference, fixed } of passedBy(call)) {
        const input = target.parameters.find((parameter) => parameter.name === name);
        const expected = input && new Shape(input.schema).types[0];
        if (!input || !expected) continue;
        const say = `${extension} passes ${name} to ${operationName(target)}, which expects`;
        if (fixed && hasType(fixed, expected) === false) {
          const value = toType(fixed, expected);
          report({
            at: fixed.place,
            message: `${say} ${expected}, as ${valueKind(fixed)}.`,
            ...(value !== undefined && {
              fix: { title: `Replace it by ${JSON.stringify(value)}`, edits: () => setValue(fixed, value) },
            }),
          });
        }
        const text = reference?.string;
        if (!reference || !caller || text === undefined) continue;
        const { parameter, property } = meantBy(text, caller);
        const source = parameter?.schema ?? property?.schema;
        const given = source && new Shape(source).types[0];
        if (!fits(given, expected))
          report({ at: reference.place, message: `${say} ${expected}, from "${text}", which is ${given}.` });
        else if (input.required && parameter && !parameter.required && !input.item.get("default").exists)
          report({ at: reference.place, message: `${say} a value always, from "${text}", which may be left out.` });
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
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "all", "in": "query", "type": "boolean" }
        ]
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "site", "in": "query", "type": "string" },
          { "name": "count", "in": "query", "type": "number" },
          {
            "name": "board",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListBoards",
              "parameters": {
                "site": { "parameter": "site" },
                                       ^^^^^^ x-ms-dynamic-values passes site to ListBoards, which expects a value always, from "site", which may be left out.
                "top": { "parameter": "count" },
                                      ^^^^^^^ x-ms-dynamic-values passes top to ListBoards, which expects integer, from "count", which is number.
                "all": "true"
                       ^^^^^^ x-ms-dynamic-values passes all to ListBoards, which expects boolean, as text.
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListBoards",
              "parameters": { "site": { "value": 7 }, "top": { "value": "many" } }
                                                 ^ x-ms-dynamic-list passes site to ListBoards, which expects string, as an integer.
                                                                        ^^^^^^ x-ms-dynamic-list passes top to ListBoards, which expects integer, as text.
            }
          }
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
  "paths": {
    "/boards": {
      "get": {
        "operationId": "ListBoards",
        "parameters": [
          { "name": "site", "in": "query", "required": true, "type": "string" },
          { "name": "kind", "in": "query", "required": true, "type": "string", "default": "all" },
          { "name": "top", "in": "query", "type": "number" }
        ]
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "site", "in": "query", "required": true, "type": "string" },
          { "name": "kind", "in": "query", "type": "string" },
          { "name": "count", "in": "query", "type": "integer" },
          {
            "name": "board",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListBoards",
              "parameters": {
                "site": { "parameter": "site" },
                "kind": { "parameter": "kind" },
                "top": { "parameter": "count" },
                "lost": 1
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListBoards",
              "parameters": { "site": { "value": "north" }, "top": { "value":  } }
            }
          }
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
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "all", "in": "query", "type": "boolean" }
        ]
      }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "site", "in": "query", "type": "string" },
          { "name": "count", "in": "query", "type": "number" },
          {
            "name": "board",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": {
              "operationId": "ListBoards",
              "parameters": {
                "site": { "parameter": "site" },
                "top": { "parameter": "count" },
                "all": true
              }
            },
            "x-ms-dynamic-list": {
              "operationId": "ListBoards",
              "parameters": { "site": { "value": "7" }, "top": { "value": "many" } }
            }
          }
        ]
      }
    }
  }
}
`,
    ],
  },
});
