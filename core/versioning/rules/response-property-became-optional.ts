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
              "required": ["size"],
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
  id: "response-property-became-optional",
  change: "response-property.became-optional",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "An output field is no longer guaranteed.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Expressions that expect a value.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: { step: "length(body('GetItem')['name'])", before: "4", after: "fails: there is no name" },
  message: (fact) => `${fact.entity} is no longer guaranteed.`,
  examples: [
    { before, after, expect: ["response-property-became-optional"] },
    { before: after, after: before, expect: ["response-property-became-required"] },
  ],
});
