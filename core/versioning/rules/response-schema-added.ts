import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-schema-added",
  change: "response.schema-added",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A success response got a schema.",
  why: "Its fields can be picked now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} got a schema.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" } }
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
          "200": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`,
      expect: ["response-schema-added"],
    },
  ],
});
