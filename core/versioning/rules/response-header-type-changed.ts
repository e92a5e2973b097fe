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
          "200": {
            "description": "OK",
            "headers": { "X-Total": { "type": "string" } }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-header-type-changed",
  change: "response-header.type-changed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "The type of a response header changed.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that compute with the header.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "outputs('ListItems')?['headers']?['X-Total'] + 1",
    before: "1201",
    after: 'fails: "many" is a text',
  },
  message: (fact) => `The type of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["response-header-type-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "X-Total": { "type": "integer", "description": "How many" } }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-description-changed"],
    },
  ],
});
