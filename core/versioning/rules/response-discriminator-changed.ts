import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
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
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "sort"
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-discriminator-changed",
  change: "response-property.discriminator-changed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "Another field tells the kinds of an object apart.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that tell kinds apart by the old field.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "switch over body('GetItem')?['kind']",
    before: '"Book"',
    after: "empty: the kind stands in type now",
  },
  message: (fact) => `${fact.entity} is told apart by ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["response-discriminator-changed"] },
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
            "schema": {
              "type": "object",
              "required": ["sort", "kind"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
          }
        }
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
