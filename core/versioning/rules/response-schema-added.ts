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
        "responses": {
          "200": { "description": "OK", "schema": { "type": "object" } }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-schema-added",
  change: "response.schema-added",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "minor",
  since: "0.1.0",
  summary: "A success response got a schema.",
  why: "Its fields can be picked now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} got a schema.`,
  examples: [
    { before, after, expect: ["response-schema-added"] },
    { before: after, after: before, expect: ["response-schema-removed"] },
  ],
});
