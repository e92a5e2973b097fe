import type { Connector } from "../../model/connector.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { operationName } from "../swagger.ts";

/** Looks through one list of parameters; a body of the operation takes the place of one of its path. */
function look(list: Item, where: string, connector: Connector, report: RuleContext["report"]): void {
  const uses = list.children();
  if (uses.length < 2) return;
  let first: string | undefined;
  for (const use of uses) {
    const item = connector.resolve(use);
    if (item.get("in").string !== "body") continue;
    const name = item.get("name").string ?? "";
    if (first === undefined) first = name;
    // The same body once more is what the rule about repetitions says.
    else if (name !== first)
      report({
        at: use.node === item.node ? item.get("in").place : use.get("$ref").place,
        message: `${where} has a second body, ${name || "without a name"}, beside ${first || "the first one"}.`,
      });
  }
}

export default defineRule({
  id: "param-single-body",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation, and a path, has at most one body.",
  why: "A request carries one body; of two, one would be dropped, and the validator refuses both.",
  todo: "Put what both hold into the properties of one body, or send the values of one of them as query parameters.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["OperationParametersContainMultipleBodyParameters", "PathParametersContainMultipleBodyParameters"],
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
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } },
          { "name": "options", "in": "body", "schema": { "type": "object" } },
                                     ^^^^^^ Operation CreateItem has a second body, options, beside item.
          { "$ref": "#/parameters/Audit" }
                    ^^^^^^^^^^^^^^^^^^^^ Operation CreateItem has a second body, audit, beside item.
        ]
      }
    }
  },
  "parameters": { "Audit": { "name": "audit", "in": "body", "schema": { "type": "object" } } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [{ "name": "options", "in": "body", "schema": { "type": "object" } }],
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "item", "in": "body", "schema": { "type": "object" } }]
      },
      "put": {
        "operationId": "SetItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } },
          { "name": "item", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
    ],
  },
});
