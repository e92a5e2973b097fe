import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "required": ["size"],
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "name": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-required-property-removed",
  change: "response-property.removed",
  when: (fact) => fact.required === true,
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "A guaranteed output field was removed.",
  why: "Steps and expressions that read the field get nothing.",
  breaks: "Steps and expressions that read the field.",
  todo: "Keep the field, or deprecate it in its description now and remove it in a major version.",
  witness: { step: "body('GetItem')?['size']", before: '"L"', after: "empty" },
  official: {
    message:
      "The output field has been deleted. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["response-required-property-removed"] },
    { before: after, after: before, expect: ["response-property-added"] },
  ],
});
