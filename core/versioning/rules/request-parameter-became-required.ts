import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "required": true }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-became-required",
  change: "request-parameter.became-required",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A parameter became required.",
  why: "Steps that leave it empty fail.",
  breaks: "Steps that leave it empty.",
  todo: "Keep it optional and give it a default, or publish a major version.",
  witness: { step: "ListItems(), without size", before: "accepted", after: "400: size is missing" },
  message: (fact) => `${fact.entity} became required.`,
  examples: [
    { before, after, expect: ["request-parameter-became-required"] },
    { before: after, after: before, expect: ["request-parameter-became-optional"] },
  ],
});
