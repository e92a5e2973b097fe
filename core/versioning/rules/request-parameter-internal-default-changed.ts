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
            "default": "1",
            "x-ms-visibility": "internal"
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
`;

export default defineVersionRule({
  id: "request-parameter-internal-default-changed",
  change: "request-parameter.internal-default-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The default of an internal parameter changed.",
  why: "It is a constant that the platform sends; nobody sees it.",
  breaks: "All flows at once: the constant goes along with every call.",
  todo: "Check that the service treats the new constant alike.",
  witness: {
    step: "ListItems(), with api-version=1 added by the platform",
    before: "200, form of version 1",
    after: "200, form of version 2",
  },
  message: (fact) => `The constant that is sent as ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["request-parameter-internal-default-changed"] },
    {
      before,
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
            "default": "1", "description": "Version",
            "x-ms-visibility": "internal"
          }
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
