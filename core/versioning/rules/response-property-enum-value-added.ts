import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-enum-value-added",
  change: "response-property.enum-value-added",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The list of values of an output field changed: the list has one more.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `${fact.entity} has a new value: ${fact.to}.`,
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
              "properties": { "size": { "type": "string", "enum": ["S", "M"] } }
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
              "properties": { "size": { "type": "string", "enum": ["S", "M", "L"] } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-enum-value-added"],
    },
  ],
});
