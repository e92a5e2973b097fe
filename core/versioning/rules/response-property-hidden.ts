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
              "properties": { "size": { "type": "string", "x-ms-visibility": "internal" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-hidden",
  change: "response-property.hidden",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "An output field was hidden.",
  why: "People can no longer pick it in the designer.",
  breaks: "People who edit a flow that uses the field.",
  todo: "Keep it visible, or publish a major version.",
  witness: {
    step: "picking size of GetItem in the designer",
    before: "offered",
    after: "not offered; only an expression still reads it",
  },
  message: (fact) => `${fact.entity} was hidden.`,
  examples: [
    { before, after, expect: ["response-property-hidden"] },
    { before: after, after: before, expect: ["response-property-unhidden"] },
  ],
});
