import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-items-count-widened",
  change: "response-property.items-count-widened",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The allowed number of items of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": {
                "size": { "type": "array", "maxItems": 5, "items": { "type": "string" } }
              }
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
              "properties": {
                "size": { "type": "array", "items": { "type": "string" } }
              }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-items-count-widened"],
    },
  ],
});
