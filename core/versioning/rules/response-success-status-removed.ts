import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK" }, "201": { "description": "OK" } }
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
        "responses": { "200": { "description": "OK" } }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-success-status-removed",
  change: "response.success-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "A success status was removed.",
  why: "Steps that wait for it take the answer for a failure.",
  breaks: "Steps that wait for it.",
  todo: "Keep the status, or publish a major version.",
  witness: {
    step: "outputs('AddItem')['statusCode'] equals 201",
    before: "true",
    after: "false, and the fields of the 201 are gone",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["response-success-status-removed"] },
    { before: after, after: before, expect: ["response-success-status-added"] },
  ],
});
