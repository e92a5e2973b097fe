import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "GetItem",
        "responses": {
          "200": { "description": "OK", "schema": { "properties": { "size": { "type": "string" } } } }
        }
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "GetItem",
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object", "properties": { "size": { "type": "string" } } } }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-type-written",
  change: "response-property.type-written",
  families: ["powerplatform"],
  direction: "response",
  requires: "none",
  only: "microsoft",
  since: "0.1.0",
  summary: "The type of an output field with properties was written down, or left out.",
  why: "What has properties is an object with or without the word; the official change validator reports the word all the same.",
  todo: "Nothing, unless the official validator has to be silent: then leave the type as it was.",
  official: {
    message:
      "The type has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}/type",
  },
  message: (fact) => `The type of ${fact.entity} is ${fact.to === "nothing" ? "not written any more" : "written now"}.`,
  examples: [
    { before, after, expect: ["response-property-type-written"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "GetItem",
        "responses": {
          "200": { "description": "OK", "schema": { "description": "An item", "properties": { "size": { "type": "string" } } } }
        }
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
