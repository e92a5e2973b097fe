import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "page", "in": "query", "type": "integer" }]
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
        "parameters": [
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string" }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "new-optional-request-parameter",
  change: "parameter.added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  since: "0.1.0",
  summary: "An optional parameter was added.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added and is optional.`,
  examples: [
    { before, after, expect: ["new-optional-request-parameter"] },
    { before: after, after: before, expect: ["request-parameter-removed"] },
  ],
});
