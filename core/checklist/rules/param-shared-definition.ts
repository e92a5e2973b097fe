import type { Connector } from "../../model/connector.ts";
import { insertMember, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import type { TextEdit } from "../../syntax/source.ts";
import { repeatedParameters } from "../remembered.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { freeName, titleFromName } from "../text.ts";

/** Names that need no escaping in a reference. */
const PLAIN = /^[\w$.-]+$/;

/** Moves a parameter to the shared ones and refers to it from everywhere. */
function share(connector: Connector, items: readonly Item[]): TextEdit[] {
  const root = swaggerRoot(connector);
  const shared = root.get("parameters");
  // Nothing is moved to a place that is half typed.
  if (!isComplete(root) || (shared.exists && !shared.isObject)) return [];
  const [first] = items as [Item];
  const wanted = titleFromName(first.get("name").string ?? "").replace(/\s/g, "");
  const name = freeName(wanted, new Set(shared.children().map(({ key }) => key)));
  const reference = { $ref: `#/parameters/${name}` };
  return [
    ...items.flatMap((item) => setValue(item, reference)),
    ...(shared.isObject
      ? insertMember(shared, name, first.toData())
      : insertMember(root, "parameters", { [name]: first.toData() }, "paths")),
  ];
}

export default defineRule({
  id: "param-shared-definition",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A parameter that several operations take in the same way is written once and referred to.",
  why: "A text that stands in many places is corrected in some of them only, and makers then read different things about the same input.",
  todo: 'Move it to `parameters` of the definition, and refer to it as `{ "$ref": "#/parameters/…" }`.',
  source: "Microsoft Learn, coding standards",
  check: {
    connector(connector, { report }) {
      for (const group of repeatedParameters(connector)) {
        const items = group.flatMap(({ operation, index }) => operation.parameters[index]?.item ?? []);
        if (!items.length) continue;
        const name = (items[0] as Item).get("name");
        report({
          at: name.place,
          message: `The parameter ${name.string} is written in the same way in ${items.length} operations.`,
          ...(PLAIN.test(name.string ?? "") && {
            fix: {
              title: `Share it among the ${items.length} operations`,
              edits: () => share(connector, items),
            },
          }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{item-id}": {
      "get": {
        "parameters": [
          {
            "name": "item-id",
                    ^^^^^^^^^ The parameter item-id is written in the same way in 2 operations.
            "in": "path",
            "type": "string"
          }
        ]
      },
      "delete": {
        "parameters": [
          {
            "name": "item-id",
            "in": "path",
            "type": "string"
          }
        ]
      },
      "patch": {
        "parameters": [
          {
            "name": "item-id",
            "in": "path",
            "type": "integer"
          }
        ]
      }
    }
  },
  "parameters": { "ItemID": { "name": "id", "in": "query", "type": "string" } }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "top",
                    ^^^^^ The parameter top is written in the same way in 2 operations.
            "in": "query",
            "type": "integer"
          }
        ]
      },
      "post": {
        "operationId": "FindItems",
        "parameters": [
          {
            "name": "top",
            "in": "query",
            "type": "integer"
          }
        ]
      }
    }
  },
  "definitions": {}
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [{ "name": "id", "in": "path", "type": "string" }],
      "get": { "operationId": "GetItem", "parameters": [{ "$ref": "#/parameters/Top" }] },
      "put": { "operationId": "PutItem", "parameters": [{ "$ref": "#/parameters/Top" }] },
      "post": { "operationId": "PostItem", "parameters": [{ "name": "top", "in": "query" }] },
      "delete": { "operationId": "DeleteItem", "parameters": [{ "name": "top", "in": "header" }] },
      "head": { "operationId": "HeadItem", "parameters": [{ "name": "" }, { "name": "" }, {}, {}] }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query" } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{item-id}": {
      "get": {
        "parameters": [
          {
            "$ref": "#/parameters/ItemID2"
          }
        ]
      },
      "delete": {
        "parameters": [
          {
            "$ref": "#/parameters/ItemID2"
          }
        ]
      },
      "patch": {
        "parameters": [
          {
            "name": "item-id",
            "in": "path",
            "type": "integer"
          }
        ]
      }
    }
  },
  "parameters": { "ItemID": { "name": "id", "in": "query", "type": "string" }, "ItemID2": { "name": "item-id", "in": "path", "type": "string" } }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "$ref": "#/parameters/Top"
          }
        ]
      },
      "post": {
        "operationId": "FindItems",
        "parameters": [
          {
            "$ref": "#/parameters/Top"
          }
        ]
      }
    }
  },
  "parameters": {
    "Top": {
      "name": "top",
      "in": "query",
      "type": "integer"
    }
  },
  "definitions": {}
}
`,
    ],
  },
});
