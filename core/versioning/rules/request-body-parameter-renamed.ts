import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-body-parameter-renamed",
  change: "request-body.renamed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "none" },
  since: "0.1.0",
  summary: "The body parameter has another name.",
  why: "Saved steps store their inputs below that name and lose them all.",
  todo: "Keep the name of the body parameter.",
  message: (fact) => `The ${fact.entity} is called ${fact.to} instead of ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "body", "in": "body", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      expect: ["request-body-parameter-renamed"],
    },
  ],
});
