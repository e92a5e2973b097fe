import { setMember } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { isComplete, parameterName, parameterPlace } from "../swagger.ts";

export default defineRule({
  id: "path-param-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every path parameter is marked as required.",
  why: "A path with a gap leads nowhere, so the value can never be left out.",
  todo: "Add `required: true` to the parameter (the boolean, without quotes).",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["PathParameterMustBeRequired"],
  check: {
    parameter(parameter, { report }) {
      const { item, in: location, required } = parameter;
      const value = item.get("required");
      if (location !== "path" || required) return;
      if (value.exists ? value.kind === Kind.missing : !isComplete(item)) return;
      report({
        at: parameterPlace(item, "required"),
        message: `${parameterName(parameter)} stands in the path, but is not marked as required.`,
        fix: { title: 'Add "required": true', edits: () => setMember(item, "required", true, "in") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}/{part}/{page}": {
      "parameters": [{ "name": "page", "in": "path", "required": "true", "type": "string" }],
                                                                 ^^^^^^ Parameter page of the path /items/{id}/{part}/{page} stands in the path, but is not marked as required.
      "get": {
        "operationId": "GetPart",
        "parameters": [
          { "name": "id", "in": "path", "type": "string" },
                    ^^^^ Parameter id of GetPart stands in the path, but is not marked as required.
          { "$ref": "#/parameters/Part" }
        ]
      },
      "delete": { "operationId": "RemovePart", "parameters": [{ "$ref": "#/parameters/Part" }] }
    }
  },
  "parameters": {
    "Part": { "name": "part", "in": "path", "required": false, "type": "string" }
                                                        ^^^^^ Shared parameter part stands in the path, but is not marked as required.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "path", "in": "header", "type": "string" }
        ]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items/{id}": { "get": { "parameters": [{ "name": "id", "in": "path", "required":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}/{part}/{page}": {
      "parameters": [{ "name": "page", "in": "path", "required": true, "type": "string" }],
      "get": {
        "operationId": "GetPart",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "type": "string" },
          { "$ref": "#/parameters/Part" }
        ]
      },
      "delete": { "operationId": "RemovePart", "parameters": [{ "$ref": "#/parameters/Part" }] }
    }
  },
  "parameters": {
    "Part": { "name": "part", "in": "path", "required": true, "type": "string" }
  }
}
`,
    ],
  },
});
