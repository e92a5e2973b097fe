import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-internal-default-changed",
  change: "request-parameter.internal-default-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The default of an internal parameter changed.",
  why: "It is a constant that the platform sends; nobody sees it.",
  todo: "Check that the service treats the new constant alike.",
  message: (fact) => `The constant that is sent as ${fact.entity} changed.`,
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
            "default": "1",
            "x-ms-visibility": "internal"
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
            "default": "2",
            "x-ms-visibility": "internal"
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-parameter-internal-default-changed"],
    },
  ],
});
