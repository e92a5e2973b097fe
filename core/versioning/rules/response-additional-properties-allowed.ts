import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-additional-properties-allowed",
  change: "response-property.additional-properties-allowed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A response may have unknown fields now.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} may have unknown fields now.`,
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
              "properties": { "size": { "type": "string" } },
              "additionalProperties": false
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
      expect: ["response-additional-properties-allowed"],
    },
  ],
});
