import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-became-nullable",
  change: "response-property.became-nullable",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An output field may be null now.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `${fact.entity} may be null now.`,
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
              "properties": { "size": { "type": "string", "x-nullable": true } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-became-nullable"],
    },
  ],
});
