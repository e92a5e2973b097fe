import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-format-specialized",
  change: "response-property.format-specialized",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The format of an output field changed: values are of a narrower form.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": { "size": { "type": "string", "format": "date-time" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-format-specialized"],
    },
  ],
});
