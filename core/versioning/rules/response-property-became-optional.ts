import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-became-optional",
  change: "response-property.became-optional",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An output field is no longer guaranteed.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `${fact.entity} is no longer guaranteed.`,
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
              "required": ["size"],
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
              "properties": { "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-became-optional"],
    },
  ],
});
