import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" }, "404": { "description": "OK" } }
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
          "200": { "description": "OK" },
          "404": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "error-response-schema-changed",
  change: "response.error-schema-changed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The contract of an error response changed.",
  why: "Somebody may read the fields of the error.",
  breaks: "Flows that read the body of an error.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "body('GetItem')?['code'] after a 404",
    before: '"gone"',
    after: "empty: the code stands in error.code now",
  },
  message: (fact) => `The contract of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["error-response-schema-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" }, "404": { "description": "Not found" } }
      }
    }
  }
}
`,
      expect: ["response-description-changed"],
    },
  ],
});
