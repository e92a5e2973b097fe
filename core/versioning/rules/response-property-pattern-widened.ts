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
              "properties": { "size": { "type": "string", "pattern": "^[A-Z]+$" } }
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
  id: "response-property-pattern-widened",
  change: "response-property.pattern-widened",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The pattern of an output field changed: more may come.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Expressions that take the text apart.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "substring(body('GetItem')?['code'], 0, 3)",
    before: '"ABC"',
    after: "fails: the code has two letters",
  },
  message: (fact) => `The pattern of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-pattern-widened"] },
    { before: after, after: before, expect: ["response-property-pattern-narrowed"] },
  ],
});
