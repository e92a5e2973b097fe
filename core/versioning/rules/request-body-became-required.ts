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
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "required": true, "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-body-became-required",
  change: "request-body.became-required",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "The body of an operation became required.",
  why: "Calls that were accepted until now are refused.",
  breaks: "Steps that send no body.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  witness: { step: "AddItem(), without a body", before: "201", after: "400: the body is missing" },
  message: (fact) => `The ${fact.entity} became required.`,
  examples: [
    { before, after, expect: ["request-body-became-required"] },
    { before: after, after: before, expect: ["request-body-became-optional"] },
  ],
});
