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
              "properties": { "size": { "type": "string", "format": "date-time" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-format-specialized",
  change: "response-property.format-specialized",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The format of an output field changed: values are of a narrower form.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  breaks: "Flows that the official change validator protects: to it, every other form is a break.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "body('GetItem')?['since'] in a column of texts",
    before: "any text",
    after: "a time, written in its own way",
  },
  official: {
    message:
      "The type format has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}/format",
  },
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-format-specialized"] },
    { before: after, after: before, expect: ["response-property-format-changed"] },
  ],
});
