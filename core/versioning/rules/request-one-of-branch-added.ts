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
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }] }
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
            "schema": { "oneOf": [{ "title": "Square", "type": "object" }, { "title": "Circle", "type": "object" }] }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-one-of-branch-added",
  change: "request-property.one-of-branch-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "One more shape may be sent.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `The ${fact.entity} may also be ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-one-of-branch-added"] },
    { before: after, after: before, expect: ["request-one-of-branch-removed"] },
  ],
});
