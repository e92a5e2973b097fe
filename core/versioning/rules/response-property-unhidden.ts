import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-unhidden",
  change: "response-property.unhidden",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A hidden output field became visible.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became visible.`,
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
              "properties": { "size": { "type": "string", "x-ms-visibility": "internal" } }
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
      expect: ["response-property-unhidden"],
    },
  ],
});
