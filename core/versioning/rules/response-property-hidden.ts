import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-hidden",
  change: "response-property.hidden",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "An output field was hidden.",
  why: "People can no longer pick it in the designer.",
  todo: "Keep it visible, or publish a major version.",
  message: (fact) => `${fact.entity} was hidden.`,
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
              "properties": { "size": { "type": "string", "x-ms-visibility": "internal" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-hidden"],
    },
  ],
});
