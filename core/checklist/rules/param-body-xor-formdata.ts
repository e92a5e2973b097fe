import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

export default defineRule({
  id: "param-body-xor-formdata",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation sends either a body or form data.",
  why: "Form data is the content of the request, as a body is; a request has only one of them.",
  todo: "Send everything in one of the two ways, the one that the service reads.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["ParameterListContainsFormDataAndBody"],
  check: {
    operation(operation, { report }) {
      const { body, parameters } = operation;
      const form = parameters.find((parameter) => parameter.in === "formData");
      if (!body || !form) return;
      const { use, item } = body;
      report({
        at: use.node === item.node ? item.get("in").place : use.get("$ref").place,
        message: `Operation ${operationName(operation)} sends the body ${body.name} together with form data (${form.name}).`,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "operationId": "SendFile",
        "parameters": [
          { "name": "file", "in": "formData", "type": "file" },
          { "name": "options", "in": "body", "schema": { "type": "object" } }
                                     ^^^^^^ Operation SendFile sends the body options together with form data (file).
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
    "/files": {
      "post": {
        "operationId": "SendFile",
        "parameters": [
          { "name": "file", "in": "formData", "type": "file" },
          { "name": "name", "in": "formData", "type": "string" }
        ]
      },
      "put": {
        "operationId": "SetFile",
        "parameters": [{ "name": "options", "in": "body", "schema": { "type": "object" } }]
      }
    }
  }
}
`,
    ],
  },
});
