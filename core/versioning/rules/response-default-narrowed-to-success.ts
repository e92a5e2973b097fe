import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-default-narrowed-to-success",
  change: "response.default-narrowed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The default response became a success status with the same schema.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `default became ${fact.entity}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "default": { "description": "OK", "schema": { "type": "object" } }
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
          "200": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`,
      expect: ["response-default-narrowed-to-success"],
    },
  ],
});
