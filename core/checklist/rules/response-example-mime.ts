import { appendItem } from "../../syntax/edits.ts";
import { bareType } from "../media-types.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "response-example-mime",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Examples of a response are of media types that the operation produces.",
  why: "An example in another format shows what never comes.",
  todo: "Name the type in `produces`, or correct the key of the example.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["ResponseExampleMustBeProducedByOperation"],
  check: {
    response({ operation, status, item, use }, { connector, report }) {
      const examples = item.get("examples");
      if (!examples.isObject) return;
      const own = operation.item.get("produces");
      const list = own.exists ? own : swaggerRoot(connector).get("produces");
      const types = list.strings().map(bareType);
      // Where nothing is said, nothing is contradicted.
      if (!types.length || !isComplete(list)) return;
      for (const example of examples.children()) {
        const type = example.key;
        // Other keys are names of examples, as other formats have them.
        if (!type.includes("/") || types.includes(bareType(type))) continue;
        report({
          at: example.keyPlace,
          message: `${item.node === use.node ? `Response ${status}` : `Shared response ${item.key}`} has an example of ${type}, but ${operationName(operation)} produces ${types.join(", ")}.`,
          fix: { title: `Add "${type}" to produces`, edits: () => appendItem(list, type) },
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "produces": ["application/json"],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "examples": { "text/xml": "<a/>", "application/json": {} } } }
                                                                   ^^^^^^^^^^ Response 200 has an example of text/xml, but ListItems produces application/json.
      },
      "post": {
        "operationId": "CreateItem",
        "produces": ["text/plain"],
        "responses": { "200": { "$ref": "#/responses/Done" } }
      }
    }
  },
  "responses": { "Done": { "description": "Done", "examples": { "application/json": {} } } }
                                                                ^^^^^^^^^^^^^^^^^^ Shared response Done has an example of application/json, but CreateItem produces text/plain.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "produces": ["application/json; charset=utf-8"],
        "responses": { "200": { "examples": { "application/json": {}, "First": {} } } }
      },
      "post": { "operationId": "CreateItem", "responses": { "200": { "examples": { "text/plain": "" } } } },
      "put": { "operationId": "PutItem", "responses": { "200": { "examples": ["text/plain"] } } }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "produces": ["application/json", "text/xml"],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "examples": { "text/xml": "<a/>", "application/json": {} } } }
      },
      "post": {
        "operationId": "CreateItem",
        "produces": ["text/plain", "application/json"],
        "responses": { "200": { "$ref": "#/responses/Done" } }
      }
    }
  },
  "responses": { "Done": { "description": "Done", "examples": { "application/json": {} } } }
}
`,
    ],
  },
});
