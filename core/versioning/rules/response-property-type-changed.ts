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
              "properties": { "size": { "type": "boolean" } }
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
              "properties": { "size": { "type": "object" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-type-changed",
  change: "response-property.type-changed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "The type of an output field changed: values of another kind are expected.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps and expressions that read the field as what it was.",
  todo: "Keep the type and add a field beside it, or publish a major version with a migration note.",
  witness: { step: "body('GetItem')?['size'] + 1", before: "43", after: 'fails: "large" is no number' },
  official: {
    message:
      "The type has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}/type",
  },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-type-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "size": { "type": "boolean", "x-nullable": false } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
