import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "GetItem",
        "responses": {
          "200": {
            "description": "OK",
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }] }
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
        "operationId": "GetItem",
        "responses": {
          "200": {
            "description": "OK",
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }, { "title": "Circle", "type": "object" }] }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-one-of-branch-added",
  change: "response-property.one-of-branch-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "One more shape may be received.",
  why: "Steps that read the known shapes meet one that they were not built for.",
  breaks: "Steps that read fields which only the known shapes have.",
  todo: "Keep to the known shapes, or publish a new operation beside this one and a major version.",
  witness: { step: "body('GetItem')?['width'] * 2", before: "8", after: "fails: a circle has no width" },
  message: (fact) => `The ${fact.entity} may also be ${fact.to}.`,
  examples: [
    { before, after, expect: ["response-one-of-branch-added"] },
    { before: after, after: before, expect: ["response-one-of-branch-removed"] },
  ],
});
