import { setMember } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { lacks, parameterPlace } from "../swagger.ts";

const KEY = "x-ms-url-encoding";

export default defineRule({
  id: "path-param-encoding",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `Every path parameter says by ${KEY} how its value is encoded.`,
  why: "A value with a slash or a blank in it leads to another address unless it is encoded; said openly, nobody has to know the default.",
  todo: 'Add "single", which is the default, or "double" where the service decodes twice.',
  source: "Microsoft Learn, swagger validator errors, section Parameters; extending an OpenAPI definition",
  codes: ["PathParameterMissingEncoding"],
  check: {
    member: {
      in(member, { report }) {
        const { part, text } = member;
        const { item } = part;
        if (part.name !== "parameter" || text !== "path" || part.isReference || !lacks(item, KEY)) return;
        report({
          at: parameterPlace(item, KEY),
          message: `No ${KEY} says how the value of ${partLabel(part)} is encoded.`,
          fix: { title: `Add "${KEY}": "single"`, edits: () => setMember(item, KEY, "single", "in") },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [{ "name": "id", "in": "path", "type": "string", "required": true }],
                               ^^^^ No x-ms-url-encoding says how the value of parameter id is encoded.
      "get": { "operationId": "GetItem" }
    }
  },
  "parameters": {
    "Kind": {
      "name": "kind",
              ^^^^^^ No x-ms-url-encoding says how the value of parameter kind is encoded.
      "in": "path",
      "type": "string"
    }
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
          { "name": "id", "in": "path", "type": "string", "x-ms-url-encoding": "double" },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "body", "in": "body", "schema": { "properties": { "in": { "type": "string" } } } }
        ]
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "parameters": { "Id": { "name": "id", "in": "path"
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [{ "name": "id", "in": "path", "x-ms-url-encoding": "single", "type": "string", "required": true }],
      "get": { "operationId": "GetItem" }
    }
  },
  "parameters": {
    "Kind": {
      "name": "kind",
      "in": "path",
      "x-ms-url-encoding": "single",
      "type": "string"
    }
  }
}
`,
    ],
  },
});
