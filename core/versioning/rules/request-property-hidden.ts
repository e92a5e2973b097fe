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
              "properties": { "size": { "type": "string" } }
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
              "properties": { "size": { "type": "string", "x-ms-visibility": "internal" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-hidden",
  change: "request-property.hidden",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "An input field was hidden.",
  why: "People can no longer see or change the value that their steps hold.",
  breaks: "People who edit the step: they no longer see the value, and saving may replace it.",
  todo: "Use the visibility advanced instead of internal.",
  witness: {
    step: 'opening the step AddItem(item: { size: "L" })',
    before: "size L can be seen and changed",
    after: "no size; saving sends the default",
  },
  message: (fact) => `${fact.entity} was hidden.`,
  examples: [
    { before, after, expect: ["request-property-hidden"] },
    { before: after, after: before, expect: ["request-property-unhidden"] },
  ],
});
