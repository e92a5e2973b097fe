import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-type-specialized",
  change: "response-property.type-specialized",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The type of an output field changed: values are of a narrower kind.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
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
              "properties": { "size": { "type": "number" } }
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
              "properties": { "size": { "type": "integer" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-type-specialized"],
    },
  ],
});
