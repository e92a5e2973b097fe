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
              "properties": { "size": { "type": "string" } },
              "additionalProperties": false
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
              "properties": { "size": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-additional-properties-allowed",
  change: "response-property.additional-properties-allowed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A response may have unknown fields now.",
  why: "The connector promises more than before; every consumer of the last version still understands it.",
  breaks: "Steps that store every field in a table with fixed columns.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "insert body('GetItem') into a table",
    before: "stored",
    after: "fails: the table has no column colour",
  },
  message: (fact) => `${fact.entity} may have unknown fields now.`,
  examples: [
    { before, after, expect: ["response-additional-properties-allowed"] },
    { before: after, after: before, expect: ["response-additional-properties-disallowed"] },
  ],
});
