import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-property-added",
  change: "response-property.added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "An output field was added.",
  why: "Steps that do not know it ignore it; new ones can use it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
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
              "properties": { "name": { "type": "string" } }
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
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-added"],
    },
  ],
});
