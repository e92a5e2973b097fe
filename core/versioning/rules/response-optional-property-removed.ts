import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-optional-property-removed",
  change: "response-property.removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An output field was removed.",
  why: "Steps and expressions that read the field get nothing.",
  todo: "Keep the field, or deprecate it in its description now and remove it in a major version.",
  official: {
    message:
      "The output field has been deleted. Existing flows may be broken if they are using this field and actual payload has been changed.",
  },
  message: (fact) => `${fact.entity} was removed.`,
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
              "properties": { "name": { "type": "string" }, "size": { "type": "string" } }
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
              "properties": { "name": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-optional-property-removed"],
    },
  ],
});
