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
              "properties": {
                "size": { "type": "array", "maxItems": 5, "items": { "type": "string" } }
              }
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
              "properties": {
                "size": { "type": "array", "items": { "type": "string" } }
              }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-items-count-widened",
  change: "response-property.items-count-widened",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The allowed number of items of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that read a fixed number of entries, or store them in as many columns.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: { step: "body('GetItem')?['tags'][0]", before: '"new"', after: "fails: the list is empty" },
  message: (fact) =>
    `The allowed number of items of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-items-count-widened"] },
    { before: after, after: before, expect: ["response-property-items-count-narrowed"] },
  ],
});
