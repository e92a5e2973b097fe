import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-default-changed",
  change: "request-parameter.default-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional parameter changed.",
  why: "Steps that leave the value out get another result than before.",
  todo: "Keep the default, or publish a major version.",
  message: (fact) => `The default of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "default": "M" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "default": "L" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-default-changed"],
    },
  ],
});
