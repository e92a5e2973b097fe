import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-pattern-widened",
  change: "response-property.pattern-widened",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The pattern of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `The pattern of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
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
              "properties": { "size": { "type": "string", "pattern": "^[A-Z]+$" } }
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
      expect: ["response-property-pattern-widened"],
    },
  ],
});
