import { judgeReference } from "../references.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "response-ref-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every reference of a response leads to a shared response, and not to another reference.",
  why: "A response that cannot be found has no fields: nothing that the operation returns can be used.",
  todo: "Correct the name, or add the response under `responses` at the root. A shared response is written out and refers to nothing.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["ResponseReferenceNotFound", "ResponseReferenceNotValid", "ResponseRefLoopNotAllowed"],
  check: {
    member: {
      $ref({ part, value }, { connector, report }) {
        if (part.name !== "response" || !value.isString) return;
        if (part.isShared)
          report({
            at: value.place,
            message: `The shared response ${part.item.key} only refers to "${value.string}".`,
          });
        else judgeReference(value, "#/responses/", connector, report);
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": { "$ref": "#/responses/Itmes" },
                           ^^^^^^^^^^^^^^^^^^^ The reference "#/responses/Itmes" leads nowhere.
          "404": { "$ref": "Missing" },
                           ^^^^^^^^^ The reference "Missing" has to start with "#/responses/".
          "500": { "$ref": "#/responses/Failure" }
        }
      }
    }
  },
  "responses": {
    "Items": { "description": "OK" },
    "Failure": { "$ref": "#/responses/Items" }
                         ^^^^^^^^^^^^^^^^^^^ The shared response Failure only refers to "#/responses/Items".
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "responses": { "200": { "$ref": "#/responses/Items" } } } } },
  "responses": { "Items": { "description": "OK", "schema": { "properties": { "$ref": { "type": "string" } } } } }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "responses": { "200": { "$ref": "#/responses/Items" } } } } },
  "responses": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": { "$ref": "#/responses/Items" },
          "404": { "$ref": "Missing" },
          "500": { "$ref": "#/responses/Failure" }
        }
      }
    }
  },
  "responses": {
    "Items": { "description": "OK" },
    "Failure": { "$ref": "#/responses/Items" }
  }
}
`,
    ],
  },
});
