import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "post": { "operationId": "AddItem", "parameters": [] } }
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
  id: "request-body-added-optional",
  change: "request-body.added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation takes a body now.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `An optional ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["request-body-added-optional"] },
    { before: after, after: before, expect: ["request-body-removed"] },
  ],
});
