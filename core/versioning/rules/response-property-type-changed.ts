import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-type-changed",
  change: "response-property.type-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The type of an output field changed: values of another kind are expected.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  official: {
    message:
      "The type has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
  },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
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
`,
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
              "properties": { "size": { "type": "object" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-type-changed"],
    },
  ],
});
