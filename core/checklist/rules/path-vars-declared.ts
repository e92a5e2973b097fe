import { appendItem, insertMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";
import { sentenceFromName, titleFromName } from "../text.ts";

export default defineRule({
  id: "path-vars-declared",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every variable of a path is declared as a path parameter.",
  why: "Nobody can enter a value for a variable that is not declared, and the call goes to an address with braces in it.",
  todo: "Add a parameter with this name and `in: path` to the operation or to its path; letter case counts.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationMissingPathParameter"],
  check: {
    operation(operation, { connector, report }) {
      const { item, pathItem, path, parameters } = operation;
      const names = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string));
      for (const one of parameters) if (one.in === "path") names.delete(one.name);
      if (!names.size) return;
      const own = item.get("parameters");
      const inherited = pathItem.get("parameters");
      const lists = [own, inherited].filter((list) => list.exists);
      // A list that is being typed, or a reference that leads nowhere, may well hold the parameter.
      if (!isComplete(item) || lists.some((list) => !isComplete(list))) return;
      if (lists.some((list) => list.children().some((use) => !connector.resolve(use).isObject))) return;
      for (const name of names) {
        const parameter = {
          name,
          in: "path",
          required: true,
          type: "string",
          "x-ms-summary": titleFromName(name),
          description: `${sentenceFromName(name)}.`,
        };
        report({
          at: item.keyPlace,
          message: `Operation ${operationName(operation)} does not declare {${name}} of its path.`,
          fix: {
            title: `Add the path parameter "${name}"`,
            edits: () =>
              own.exists ? appendItem(own, parameter) : insertMember(item, "parameters", [parameter], "operationId"),
          },
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/projects/{project}/items/{itemId}": {
      "parameters": [{ "name": "project", "in": "path", "required": true, "type": "string" }],
      "get": {
      ^^^^^ Operation GetItem does not declare {itemId} of its path.
        "operationId": "GetItem",
        "responses": {}
      },
      "delete": {
      ^^^^^^^^ Operation RemoveItem does not declare {itemId} of its path.
        "operationId": "RemoveItem",
        "parameters": [
          { "name": "itemId", "in": "query", "type": "string" }
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
    "/projects/{project}/items/{id}": {
      "parameters": [{ "name": "project", "in": "path", "required": true, "type": "string" }],
      "get": { "operationId": "GetItem", "parameters": [{ "$ref": "#/parameters/Id" }] },
      "put": { "operationId": "Broken", "parameters": [{ "$ref": "#/parameters/NotYetWritten" }] }
    },
    "/items": { "get": { "operationId": "ListItems" } }
  },
  "parameters": { "Id": { "name": "id", "in": "path", "required": true, "type": "string" } }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items/{id}": { "get": { "operationId": "GetItem", "parameters": [ {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/projects/{project}/items/{itemId}": {
      "parameters": [{ "name": "project", "in": "path", "required": true, "type": "string" }],
      "get": {
        "operationId": "GetItem",
        "parameters": [
          {
            "name": "itemId",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-summary": "Item ID",
            "description": "Item ID."
          }
        ],
        "responses": {}
      },
      "delete": {
        "operationId": "RemoveItem",
        "parameters": [
          { "name": "itemId", "in": "query", "type": "string" },
          {
            "name": "itemId",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-summary": "Item ID",
            "description": "Item ID."
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
