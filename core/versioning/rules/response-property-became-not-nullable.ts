import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-became-not-nullable",
  change: "response-property.became-not-nullable",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An output field is never null any more.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} is never null any more.`,
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
              "properties": { "size": { "type": "string", "x-nullable": true } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-became-not-nullable"],
    },
  ],
});
