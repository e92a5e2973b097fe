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
`;

export default defineVersionRule({
  id: "dynamic-schema-source-changed",
  change: [
    "request-parameter.dynamic-schema-source-changed",
    "request-property.dynamic-schema-source-changed",
    "response-property.dynamic-schema-source-changed",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "A schema is found in another way at design time.",
  why: "Saved steps hold fields of the old schema.",
  breaks: "Flows that use fields of the old schema.",
  todo: "Keep the source, or publish a major version.",
  witness: { step: "body('GetRow')?['Price']", before: "19.9", after: "empty: the new schema calls it Amount" },
  message: (fact) => `The schema of ${fact.entity} is found in another way.`,
  examples: [
    { before, after, expect: ["dynamic-schema-source-changed"] },
    {
      before,
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
            "x-ms-dynamic-schema": { "operationId": "A" },
            "description": "Size"
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-parameter-description-changed"],
    },
  ],
});
