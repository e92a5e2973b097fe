import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-schema-removed",
  change: "response.schema-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A success response lost its schema.",
  why: "Steps that use its fields lose them.",
  todo: "Keep the schema, or publish a major version.",
  message: (fact) => `${fact.entity} lost its schema.`,
  examples: [
    {
      before: `{
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
      after: `{
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
      expect: ["response-schema-removed"],
    },
  ],
});
