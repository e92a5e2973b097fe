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
              "properties": { "size": { "type": "integer", "multipleOf": 5 } }
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
  id: "response-property-multiple-of-widened",
  change: "response-property.multiple-of-widened",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The allowed step of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Columns and computations that count in whole steps.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: { step: "body('GetItem')?['size'] / 10", before: "4", after: "4.5, where a whole number is expected" },
  message: (fact) => `The allowed step of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-multiple-of-widened"] },
    { before: after, after: before, expect: ["response-property-multiple-of-narrowed"] },
  ],
});
