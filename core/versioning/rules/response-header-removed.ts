import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "X-Total": { "type": "integer" } }
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
          "200": { "description": "OK", "headers": {} }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-header-removed",
  change: "response-header.removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A response header was removed.",
  why: "Steps and expressions that read the field get nothing.",
  breaks: "Steps that read the header.",
  todo: "Keep the field, or deprecate it in its description now and remove it in a major version.",
  witness: { step: "outputs('ListItems')?['headers']?['X-Total']", before: "1200", after: "empty" },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["response-header-removed"] },
    { before: after, after: before, expect: ["response-header-added"] },
  ],
});
