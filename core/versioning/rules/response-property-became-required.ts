import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-became-required",
  change: "response-property.became-required",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An output field is guaranteed now.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is guaranteed now.`,
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
              "properties": { "size": { "type": "string" } }
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
              "required": ["size"],
              "properties": { "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-became-required"],
    },
  ],
});
