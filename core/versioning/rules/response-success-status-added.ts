import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "response-success-status-added",
  change: "response.success-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "One more success status was added.",
  why: "Steps that expect the known statuses may meet another one.",
  breaks: "Steps that expect one status.",
  todo: "Publish it as a minor version.",
  witness: { step: "outputs('AddItem')['statusCode'] equals 200", before: "true", after: "false: it is 202" },
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["response-success-status-added"] },
    { before: after, after: before, expect: ["response-success-status-removed"] },
  ],
});
