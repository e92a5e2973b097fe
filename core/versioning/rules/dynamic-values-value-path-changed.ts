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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "key", "value-title": "name" }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "dynamic-values-value-path-changed",
  change: [
    "request-parameter.dynamic-values-value-path-changed",
    "request-property.dynamic-values-value-path-changed",
    "response-property.dynamic-values-value-path-changed",
  ],
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "Another field of the picked entry is stored.",
  why: "Saved steps hold values of the old kind.",
  breaks: "Saved steps: they hold values of the old kind.",
  todo: "Keep the value path, or publish a major version.",
  witness: {
    step: 'AddTask(list: "Home"), picked before',
    before: "200",
    after: "404: an id is expected, and not a name",
  },
  message: (fact) => `${fact.entity} stores another field of the picked entry.`,
  examples: [
    { before, after, expect: ["dynamic-values-value-path-changed"] },
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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "id", "value-title": "label" }
          }
        ]
      }
    }
  }
}
`,
      expect: ["dynamic-values-source-changed"],
    },
  ],
});
