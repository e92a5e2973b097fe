import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "dynamic-schema-source-changed",
  change: [
    "request-parameter.dynamic-schema-source-changed",
    "request-property.dynamic-schema-source-changed",
    "response-property.dynamic-schema-source-changed",
  ],
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "A schema is found in another way at design time.",
  why: "Saved steps hold fields of the old schema.",
  todo: "Keep the source, or publish a major version.",
  message: (fact) => `The schema of ${fact.entity} is found in another way.`,
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
        "parameters": [
          {
            "name": "size",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-schema": { "operationId": "B" }
          }
        ]
      }
    }
  }
}
`,
      expect: ["dynamic-schema-source-changed"],
    },
  ],
});
