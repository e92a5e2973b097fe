import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-one-of-branch-added",
  change: "response-property.one-of-branch-added",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "One more shape may be received.",
  why: "Steps that read the known shapes meet one that they were not built for.",
  todo: "Keep to the known shapes, or publish a new operation beside this one and a major version.",
  message: (fact) => `The ${fact.entity} may also be ${fact.to}.`,
  examples: [
    {
      before: `{
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
`,
      after: `{
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
`,
      expect: ["response-one-of-branch-added"],
    },
  ],
});
