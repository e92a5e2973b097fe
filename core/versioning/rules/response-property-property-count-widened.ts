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
              "properties": { "size": { "type": "object", "maxProperties": 3 } }
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
              "properties": { "size": { "type": "object" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-property-count-widened",
  change: "response-property.property-count-widened",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The allowed number of properties of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that store every field in a table with fixed columns.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "insert body('GetItem')?['labels'] into five columns",
    before: "stored",
    after: "fails: there are six",
  },
  message: (fact) =>
    `The allowed number of properties of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-property-count-widened"] },
    { before: after, after: before, expect: ["response-property-property-count-narrowed"] },
  ],
});
