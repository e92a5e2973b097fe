import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-length-relaxed",
  change: "request-parameter.length-relaxed",
  families: ["powerplatform", "definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "The allowed length of a parameter changed: more is accepted.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) =>
    `The allowed length of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "maxLength": 40 }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "maxLength": 80 }]
      }
    }
  }
}
`,
      expect: ["request-parameter-length-relaxed"],
    },
  ],
});
