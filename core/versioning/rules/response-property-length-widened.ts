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
              "properties": { "size": { "type": "string", "maxLength": 40 } }
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
              "properties": { "size": { "type": "string", "maxLength": 80 } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-length-widened",
  change: "response-property.length-widened",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The allowed length of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Columns and canonical fields of a fixed size.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "store body('GetItem')?['name'] in a column of 50 letters",
    before: "stored",
    after: "fails: 80 letters do not fit",
  },
  message: (fact) =>
    `The allowed length of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-length-widened"] },
    { before: after, after: before, expect: ["response-property-length-narrowed"] },
  ],
});
