import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

export default defineRule({
  id: "get-no-body",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Operations that only fetch (GET, HEAD) send neither a body nor form data.",
  why: "Such a request carries no content: what the maker enters is dropped on the way.",
  todo: "Send the values as query parameters, or use another method if the service offers one.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["BodyOrFormDataParameterInFetchOperationNotAllowed"],
  check: {
    operation(operation, { report }) {
      const { body, method, parameters } = operation;
      if (method !== "GET" && method !== "HEAD") return;
      const inputs = [
        ...(body ? [{ name: body.name, item: body.item, use: body.use, kind: "a body" }] : []),
        ...parameters
          .filter((parameter) => parameter.in === "formData")
          .map(({ name, item, use }) => ({ name, item, use, kind: "form data" })),
      ];
      for (const { name, item, use, kind } of inputs)
        report({
          at: use.node === item.node ? item.get("in").place : use.get("$ref").place,
          message: `${method} operation ${operationName(operation)} sends ${kind} (${name}).`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "FindItems",
        "parameters": [
          { "name": "filter", "in": "body", "schema": { "type": "object" } },
                                    ^^^^^^ GET operation FindItems sends a body (filter).
          { "$ref": "#/parameters/Form" }
                    ^^^^^^^^^^^^^^^^^^^ GET operation FindItems sends form data (part).
        ]
      }
    }
  },
  "parameters": { "Form": { "name": "part", "in": "formData", "type": "string" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "FindItems", "parameters": [{ "name": "body", "in": "query", "type": "string" }] },
      "post": { "operationId": "CreateItem", "parameters": [{ "name": "item", "in": "body" }] },
      "delete": { "operationId": "RemoveItems", "parameters": [{ "name": "ids", "in": "body" }] }
    }
  }
}
`,
    ],
  },
});
