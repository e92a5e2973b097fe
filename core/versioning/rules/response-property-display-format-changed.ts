import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "size": { "type": "string", "format": "password" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-display-format-changed",
  change: "response-property.display-format-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The way of showing of an output field changed: it is only shown in another way.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  official: {
    message:
      "The type format has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}/format",
  },
  message: (fact) =>
    `The way of showing of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-display-format-changed"] },
    {
      before,
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
              "properties": { "size": { "type": "string", "format": "date" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-property-format-specialized"],
    },
  ],
});
