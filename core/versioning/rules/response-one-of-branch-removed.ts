import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "response-one-of-branch-removed",
  change: "response-property.one-of-branch-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "One of the shapes that could be received does not come any more.",
  why: "Less can come than before; every step that was built for the last version still understands it.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} is no longer ${fact.from}.`,
  examples: [
    { before, after, expect: ["response-one-of-branch-removed"] },
    { before: after, after: before, expect: ["response-one-of-branch-added"] },
  ],
});
