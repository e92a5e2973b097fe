import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "dynamic-values-value-path-changed",
  change: [
    "request-parameter.dynamic-values-value-path-changed",
    "request-property.dynamic-values-value-path-changed",
    "response-property.dynamic-values-value-path-changed",
  ],
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "Another field of the picked entry is stored.",
  why: "Saved steps hold values of the old kind.",
  todo: "Keep the value path, or publish a major version.",
  message: (fact) => `${fact.entity} stores another field of the picked entry.`,
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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "id", "value-title": "name" }
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
            "x-ms-dynamic-values": { "operationId": "ListSizes", "value-path": "key", "value-title": "name" }
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
