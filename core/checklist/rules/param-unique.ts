import type { Connector } from "../../model/connector.ts";
import { remove } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { operationName } from "../swagger.ts";

/** Looks through one list of parameters; lists of operation and path are apart, because the one overrides the other. */
function look(list: Item, where: string, connector: Connector, report: RuleContext["report"]): void {
  const uses = list.children();
  if (uses.length < 2) return;
  const seen = new Set<string>();
  for (const use of uses) {
    const item = connector.resolve(use);
    const name = item.get("name").string;
    const location = item.get("in").string;
    if (name === undefined || location === undefined) continue;
    const key = `${location} ${name}`;
    if (seen.has(key))
      report({
        at: use.node === item.node ? item.get("name").place : use.get("$ref").place,
        message: `${where} has the ${location} parameter ${name} more than once.`,
        fix: { title: `Remove this repetition of ${name}`, edits: () => remove(use) },
      });
    seen.add(key);
  }
}

export default defineRule({
  id: "param-unique",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A parameter with the same name and location occurs once per operation or path.",
  why: "Of two parameters with one name only one can be sent, and nobody can tell which.",
  todo: "Remove or rename one of them. The same name in another location, or on the path and on the operation, is fine.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: [
    "OperationParametersAreNotUnique",
    "OperationParametersContainDuplicateParameter",
    "PathParametersContainDuplicateParameter",
  ],
  check: {
    operation(operation, { connector, report }) {
      look(operation.item.get("parameters"), `Operation ${operationName(operation)}`, connector, report);
    },
    part: {
      pathItem({ item }, { connector, report }) {
        look(item.get("parameters"), `The path ${item.key}`, connector, report);
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string" },
        { "name": "id", "in": "path", "required": true, "type": "integer" }
                  ^^^^ The path /items/{id} has the path parameter id more than once.
      ],
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "top", "in": "query", "type": "integer" },
          { "$ref": "#/parameters/Top" }
                    ^^^^^^^^^^^^^^^^^^ Operation ListItems has the query parameter top more than once.
        ]
      },
      "delete": { "operationId": "RemoveItem" }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }],
      "get": {
        "operationId": "GetItem",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "integer" },
          { "name": "id", "in": "header", "type": "string" },
          { "name": "Id", "in": "query", "type": "string" }
        ]
      },
      "put": { "operationId": "Typing", "parameters": [{ "in": "query" }, { "in": "query" }] }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string" }
      ],
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "top", "in": "query", "type": "integer" }
        ]
      },
      "delete": { "operationId": "RemoveItem" }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } }
}
`,
    ],
  },
});
