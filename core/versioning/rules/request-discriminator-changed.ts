import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
          }
        ]
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "sort"
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-discriminator-changed",
  change: "request-property.discriminator-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "Another field tells the kinds of an object apart.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Calls that say the kind in the old field.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: 'AddItem(item: { kind: "Book" })', before: "201", after: "400: type is missing" },
  message: (fact) => `${fact.entity} is told apart by ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-discriminator-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["sort", "kind"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
          }
        ]
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
