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
              "properties": { "size": { "type": "integer", "maximum": 100 } }
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
  id: "response-property-range-widened",
  change: "response-property.range-widened",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The range of values of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Columns and canonical fields of a fixed size.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "store body('GetItem')?['size'] in a column up to 100",
    before: "stored",
    after: "fails: 500 does not fit",
  },
  message: (fact) =>
    `The range of values of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-range-widened"] },
    { before: after, after: before, expect: ["response-property-range-narrowed"] },
  ],
});
