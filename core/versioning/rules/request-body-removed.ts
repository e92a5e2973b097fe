import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "post": { "operationId": "AddItem", "parameters": [] } }
  }
}
`;

export default defineVersionRule({
  id: "request-body-removed",
  change: "request-body.removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The body of an operation was removed.",
  why: "Everything that saved steps put into it is lost.",
  breaks: "Steps that send a body.",
  todo: "Keep it and ignore it, or publish a major version.",
  witness: { step: 'AddItem(item: { name: "A" })', before: "201, called A", after: "201, without a name" },
  message: (fact) => `The ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["request-body-removed"] },
    { before: after, after: before, expect: ["request-body-added-optional"] },
  ],
});
