import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          {
            "name": "size",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-schema": { "operationId": "A" }
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
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "dynamic-schema-removed",
  change: [
    "request-parameter.dynamic-schema-removed",
    "request-property.dynamic-schema-removed",
    "response-property.dynamic-schema-removed",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "A schema is no longer found at design time.",
  why: "Fields that people picked are unknown.",
  breaks: "Flows that use fields which the dynamic schema offered.",
  todo: "Keep the dynamic schema, or publish a major version.",
  witness: {
    step: "body('GetRow')?['Price']",
    before: "19.9",
    after: "the designer does not know Price and drops it on saving",
  },
  message: (fact) => `The schema of ${fact.entity} is no longer found at design time.`,
  examples: [
    { before, after, expect: ["dynamic-schema-removed"] },
    { before: after, after: before, expect: ["dynamic-schema-added"] },
  ],
});
