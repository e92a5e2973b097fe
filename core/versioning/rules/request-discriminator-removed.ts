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
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-discriminator-removed",
  change: "request-property.discriminator-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "No field tells the kinds of an object apart any more.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that fill fields of one kind.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: {
    step: 'AddItem(item: { kind: "Book", pages: 90 })',
    before: "201, with pages",
    after: "the designer does not know pages any more",
  },
  message: (fact) => `${fact.entity} is no longer told apart by ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-discriminator-removed"] },
    { before: after, after: before, expect: ["request-discriminator-added"] },
  ],
});
