import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "dynamic-values-removed",
  change: [
    "request-parameter.dynamic-values-removed",
    "request-property.dynamic-values-removed",
    "response-property.dynamic-values-removed",
  ],
  families: ["powerplatform", "definition"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An input no longer offers values to pick from.",
  why: "People have to type the value.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} no longer offers values to pick from.`,
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
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      expect: ["dynamic-values-removed"],
    },
  ],
});
