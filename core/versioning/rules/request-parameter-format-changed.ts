import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-format-changed",
  change: "request-parameter.format-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The format of a parameter changed: values of another form are expected.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "format": "int64" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "integer", "format": "int32" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-format-changed"],
    },
  ],
});
