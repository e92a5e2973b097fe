import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-body-became-optional",
  change: "request-body.became-optional",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "The body of an operation became optional.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} became optional.`,
  examples: [
    { before, after, expect: ["request-body-became-optional"] },
    { before: after, after: before, expect: ["request-body-became-required"] },
  ],
});
