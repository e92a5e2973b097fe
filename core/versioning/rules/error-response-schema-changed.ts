import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "error-response-schema-changed",
  change: "response.error-schema-changed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The contract of an error response changed.",
  why: "Somebody may read the fields of the error.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The contract of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" }, "404": { "description": "OK" } }
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
          "200": { "description": "OK" },
          "404": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`,
      expect: ["error-response-schema-changed"],
    },
  ],
});
