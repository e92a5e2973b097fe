import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-parameter-unhidden",
  change: "request-parameter.unhidden",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  since: "0.1.0",
  summary: "A hidden parameter became visible.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became visible.`,
  examples: [
    { before, after, expect: ["request-parameter-unhidden"] },
    { before: after, after: before, expect: ["request-parameter-hidden"] },
  ],
});
