import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, memberPlace, operationName, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "consumes-missing",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operation that sends a body or form data says of which media type it is.",
  why: "The content is written in the way that `consumes` says; without it the platform has to guess.",
  todo: 'Add `"consumes": ["application/json"]` to the operation, or once to the whole definition.',
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["ConsumesMissing"],
  check: {
    operation(operation, { connector, report }) {
      const { item, body, parameters } = operation;
      const form = parameters.filter((parameter) => parameter.in === "formData");
      if (!body && !form.length) return;
      const own = item.get("consumes");
      const list = own.exists ? own : swaggerRoot(connector).get("consumes");
      if (list.exists ? !list.isArray || list.children().length || !isComplete(list) : !isComplete(item)) return;
      const hasFile = form.some(({ schema }) => schema.get("type").string === "file");
      const type = body ? "application/json" : hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded";
      report({
        at: own.exists ? own.keyPlace : memberPlace(item, "consumes"),
        message: `Operation ${operationName(operation)} sends ${body ? "a body" : "form data"}, but consumes nothing.`,
        fix: {
          title: `Set consumes to ["${type}"]`,
          edits: () => setMember(item, "consumes", [type], "operationId"),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": { "operationId": "CreateItem", "parameters": [{ "name": "body", "in": "body" }] },
      ^^^^^^ Operation CreateItem sends a body, but consumes nothing.
      "put": {
        "operationId": "SendFile",
        "consumes": [],
        ^^^^^^^^^^ Operation SendFile sends form data, but consumes nothing.
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }]
      },
      "patch": { "operationId": "RenameItem", "parameters": [{ "name": "title", "in": "formData", "type": "string" }] }
      ^^^^^^^ Operation RenameItem sends form data, but consumes nothing.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "paths": { "/items": { "post": { "operationId": "CreateItem", "parameters": [{ "name": "body", "in": "body" }] } } }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "parameters": [{ "name": "top", "in": "query" }] },
      "post": {
        "operationId": "CreateItem",
        "consumes": ["application/xml"],
        "parameters": [{ "name": "body", "in": "body" }]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "post": { "parameters": [{ "name": "body", "in": "body" }], "consumes": [
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": { "operationId": "CreateItem", "consumes": ["application/json"], "parameters": [{ "name": "body", "in": "body" }] },
      "put": {
        "operationId": "SendFile",
        "consumes": [
          "multipart/form-data"
        ],
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }]
      },
      "patch": { "operationId": "RenameItem", "consumes": ["application/x-www-form-urlencoded"], "parameters": [{ "name": "title", "in": "formData", "type": "string" }] }
    }
  }
}
`,
    ],
  },
});
