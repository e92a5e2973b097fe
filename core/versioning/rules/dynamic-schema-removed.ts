import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "dynamic-schema-removed",
  change: [
    "request-parameter.dynamic-schema-removed",
    "request-property.dynamic-schema-removed",
    "response-property.dynamic-schema-removed",
  ],
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A schema is no longer found at design time.",
  why: "Fields that people picked are unknown.",
  todo: "Keep the dynamic schema, or publish a major version.",
  message: (fact) => `The schema of ${fact.entity} is no longer found at design time.`,
  examples: [
    {
      before: `{
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
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      expect: ["dynamic-schema-removed"],
    },
  ],
});
