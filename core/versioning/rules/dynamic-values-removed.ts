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
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "dynamic-values-removed",
  change: [
    "request-parameter.dynamic-values-removed",
    "request-property.dynamic-values-removed",
    "response-property.dynamic-values-removed",
  ],
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An input no longer offers values to pick from.",
  why: "People have to type the value.",
  breaks: "People who edit a step: they have to know the value.",
  todo: "Publish it as a minor version.",
  witness: {
    step: "picking a list in the designer",
    before: "a list of names",
    after: "an empty box that wants an id",
  },
  message: (fact) => `${fact.entity} no longer offers values to pick from.`,
  examples: [
    { before, after, expect: ["dynamic-values-removed"] },
    { before: after, after: before, expect: ["dynamic-values-added"] },
  ],
});
