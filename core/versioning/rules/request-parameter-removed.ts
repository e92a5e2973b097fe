import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-parameter-removed",
  change: "parameter.removed",
  when: (fact) => !fact.internal,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A parameter was removed.",
  why: "Values that saved steps send for it are lost without a word.",
  breaks: "Steps that pass it: the value is lost without a word.",
  todo: "Keep it and ignore it, mark it as deprecated in its description, and remove it in a major version.",
  witness: { step: 'ListItems(size: "L")', before: "items of size L", after: "all items" },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["request-parameter-removed"] },
    { before: after, after: before, expect: ["new-optional-request-parameter"] },
  ],
});
