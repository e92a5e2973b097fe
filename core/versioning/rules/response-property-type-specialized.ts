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
              "properties": { "size": { "type": "number" } }
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
              "properties": { "size": { "type": "integer" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-type-specialized",
  change: "response-property.type-specialized",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The type of an output field changed: values are of a narrower kind.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  breaks: "Flows that the official change validator protects: to it, every other type is a break.",
  todo: "Publish it as a minor version.",
  witness: { step: "body('GetItem')?['size'] in a column of numbers", before: "4.5 or 4", after: "4, a whole number" },
  official: {
    message:
      "The type has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}/type",
  },
  message: (fact) => `The type of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-type-specialized"] },
    { before: after, after: before, expect: ["response-property-type-changed"] },
  ],
});
