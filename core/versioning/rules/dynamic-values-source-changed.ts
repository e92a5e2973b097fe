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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "id", "value-title": "name" }
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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "id", "value-title": "label" }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "dynamic-values-source-changed",
  change: [
    "request-parameter.dynamic-values-source-changed",
    "request-property.dynamic-values-source-changed",
    "response-property.dynamic-values-source-changed",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  presets: { strict: "minor" },
  since: "0.1.0",
  summary: "The values to pick from come from elsewhere.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The values of ${fact.entity} come from elsewhere.`,
  examples: [
    { before, after, expect: ["dynamic-values-source-changed"] },
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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "code", "value-title": "name" }
          }
        ]
      }
    }
  }
}
`,
      expect: ["dynamic-values-value-path-changed"],
    },
  ],
});
