import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "properties": { "size": { "type": "string" } } } }
        ]
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object", "properties": { "size": { "type": "string" } } } }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-type-written",
  change: "request-property.type-written",
  families: ["powerplatform"],
  direction: "request",
  requires: "none",
  only: "microsoft",
  since: "0.1.0",
  summary: "The type of an input field with properties was written down, or left out.",
  why: "What has properties is an object with or without the word; the official change validator reports the word all the same.",
  todo: "Nothing, unless the official validator has to be silent: then leave the type as it was.",
  official: {
    message:
      "The type has been changed for the input field. Existing flows will continue to send the field with the old type.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/type",
  },
  message: (fact) => `The type of ${fact.entity} is ${fact.to === "nothing" ? "not written any more" : "written now"}.`,
  examples: [
    { before, after, expect: ["request-property-type-written"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "description": "An item", "properties": { "size": { "type": "string" } } } }
        ]
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
