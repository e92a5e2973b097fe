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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "x-ms-visibility": "internal" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-hidden",
  change: "request-parameter.hidden",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "A parameter was hidden.",
  why: "People can no longer see or change the value that their steps hold.",
  breaks: "People who edit the step: they no longer see the value, and saving may replace it.",
  todo: "Use the visibility advanced instead of internal.",
  witness: {
    step: 'opening the step ListItems(size: "L")',
    before: "size L can be seen and changed",
    after: "no size; saving sends the default",
  },
  message: (fact) => `${fact.entity} was hidden.`,
  examples: [
    { before, after, expect: ["request-parameter-hidden"] },
    { before: after, after: before, expect: ["request-parameter-unhidden"] },
  ],
});
