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
              "properties": { "size": { "type": "string", "x-nullable": true } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-became-nullable",
  change: "response-property.became-nullable",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "An output field may be null now.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Expressions that expect a value.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: { step: "length(body('GetItem')?['name'])", before: "4", after: "fails: null has no length" },
  message: (fact) => `${fact.entity} may be null now.`,
  examples: [
    { before, after, expect: ["response-property-became-nullable"] },
    { before: after, after: before, expect: ["response-property-became-not-nullable"] },
  ],
});
