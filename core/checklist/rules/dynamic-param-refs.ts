import type { Operation } from "../../model/connector.ts";
import { Shape } from "../../model/shape.ts";
import { renameKey, setValue } from "../../syntax/edits.ts";
import { callerOf, inDynamicCalls, passedBy } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { meantBy } from "../schema-paths.ts";
import { isComplete, operationName, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

/** What a reference may name: parameters, and properties of the body. */
function namesOf({ parameters, body }: Operation, withBody: boolean): string[] {
  const properties = body ? [...new Shape(body.schema).properties.keys()] : [];
  return [
    ...parameters.map(({ name }) => name),
    ...properties.map((name) => (withBody ? `${body?.name}/${name}` : name)),
  ];
}

function exists(reference: string, operation: Operation): boolean {
  const { parameter, property } = meantBy(reference, operation);
  return parameter !== undefined || property?.schema !== undefined || property?.open === true;
}

export default defineRule({
  id: "dynamic-param-refs",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "What a dynamic list or schema passes on exists on both sides.",
  why: "The designer cannot take a value from an input that is not there, nor pass it to one: the list stays empty.",
  todo: "Name an input of this operation, and as the key an input of the operation that is called. A property of the body is written with its path, as in body/appId.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: ["OperationParameterNameNotFound"],
  check: {
    member: inDynamicCalls(({ extension, call }, { connector, report }) => {
      const caller = callerOf(call, connector);
      const target = connector.operation(call.get("operationId").string ?? "");
      if (!isComplete(swaggerRoot(connector)) || !isComplete(call)) return;
      for (const { name, item, reference } of passedBy(call)) {
        if (target && !exists(name, target)) {
          const meant = nearest(name, namesOf(target, false));
          const taken = meant !== undefined && item.parent.get(meant).exists;
          report({
            at: item.keyPlace,
            message: `${extension} passes ${name}, but ${operationName(target)} takes no such input.`,
            ...(meant && !taken && { fix: { title: `Pass "${meant}"`, edits: () => renameKey(item, meant) } }),
          });
        }
        const text = reference?.string;
        if (!reference || !caller || text === undefined || exists(text, caller)) continue;
        const meant = nearest(text, namesOf(caller, reference.key === "parameterReference"));
        report({
          at: reference.place,
          message: `${extension} takes a value from "${text}", but ${operationName(caller)} has no such input.`,
          ...(meant && { fix: { title: `Take it from "${meant}"`, edits: () => setValue(reference, meant) } }),
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
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "site", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "place", "in": "query", "type": "string" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "region": { "type": "string" },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "sites": { "parameter": "plac" } } },
                                                                                        ^^^^^^^ x-ms-dynamic-values passes sites, but ListBoards takes no such input.
                                                                                                                ^^^^^^ x-ms-dynamic-values takes a value from "plac", but CreateItem has no such input.
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "site": { "parameterReference": "body/regin" } } }
                                                                                                                      ^^^^^^^^^^^^ x-ms-dynamic-list takes a value from "body/regin", but CreateItem has no such input.
                },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "somewhere" } } }
                                                                                                               ^^^^^^^^^^^ x-ms-dynamic-values takes a value from "somewhere", but CreateItem has no such input.
                }
              }
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
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "site", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "place", "in": "query", "type": "string" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "region": { "properties": { "id": { "type": "string" } } },
                "open": { "type": "object" },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "place" } } },
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "site": { "parameterReference": "body/region/id" } } }
                },
                "more": { "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "region/id" } } } },
                "any": { "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "open.key" } } } },
                "fixed": { "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": "north" } } },
                "half": { "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter":  } } } }
              }
            }
          }
        ]
      }
    }
  },
  "definitions": {
    "Shared": { "x-ms-dynamic-schema": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "anything" } } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "site", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "place", "in": "query", "type": "string" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "region": { "type": "string" },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "place" } } },
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "site": { "parameterReference": "body/region" } } }
                },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "site": { "parameter": "somewhere" } } }
                }
              }
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
