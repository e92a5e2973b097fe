import { defineVersionRule } from "../rule.ts";

const before = `{
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
  id: "response-schema-removed",
  change: "response.schema-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "A success response lost its schema.",
  why: "Steps that use its fields lose them.",
  breaks: "Steps that use fields of the answer.",
  todo: "Keep the schema, or publish a major version.",
  witness: {
    step: "picking size of GetItem in the designer",
    before: "offered",
    after: "not offered: the answer is not described",
  },
  message: (fact) => `${fact.entity} lost its schema.`,
  examples: [
    { before, after, expect: ["response-schema-removed"] },
    { before: after, after: before, expect: ["response-schema-added"] },
  ],
});
