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
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }, { "title": "Circle", "type": "object" }] }
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
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }] }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-one-of-branch-removed",
  change: "request-property.one-of-branch-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "One of the shapes that could be sent is not accepted any more.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send the shape that is gone.",
  todo: "Keep accepting the shape, or publish a new operation beside this one and a major version.",
  witness: { step: "AddItem(item: { radius: 2 })", before: "201, a circle", after: "400: only squares are accepted" },
  message: (fact) => `The ${fact.entity} may no longer be ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-one-of-branch-removed"] },
    { before: after, after: before, expect: ["request-one-of-branch-added"] },
  ],
});
