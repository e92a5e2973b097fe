import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-length-tightened",
  change: "request-parameter.length-tightened",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The allowed length of a parameter changed: less is accepted.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) =>
    `The allowed length of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
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
      after: `{
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
      expect: ["request-parameter-length-tightened"],
    },
  ],
});
