import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "request-body-parameter-renamed",
  change: "request-body.renamed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "none" },
  since: "0.1.0",
  summary: "The body parameter has another name.",
  why: "Saved steps store their inputs below that name and lose them all.",
  breaks: "Every saved step: its inputs are stored below the old name.",
  todo: "Keep the name of the body parameter.",
  witness: {
    step: 'AddItem with item/name = "A", saved before',
    before: "201",
    after: "400: the body is empty, because it is called body now",
  },
  message: (fact) => `The ${fact.entity} is called ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-body-parameter-renamed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          { "name": "item", "in": "body",
            "description": "What is added", "schema": { "type": "object" } }
        ]
      }
    }
  }
}
`,
      expect: ["request-parameter-description-changed"],
    },
  ],
});
