import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-default-removed",
  change: "request-parameter.default-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional parameter was removed.",
  why: "Steps that leave the value out get another result than before.",
  todo: "Keep the default, or publish a major version.",
  message: (fact) => `The default ${fact.from} of ${fact.entity} was removed.`,
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
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-default-removed"],
    },
  ],
});
