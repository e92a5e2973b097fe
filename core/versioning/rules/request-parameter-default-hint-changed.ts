import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "required": true }]
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
            "required": true,
            "default": "M"
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-default-hint-changed",
  change: "request-parameter.default-hint-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The default of a required parameter changed.",
  why: "It only pre-fills the form of new steps.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The suggested value of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["request-parameter-default-hint-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "required": true, "x-ms-summary": "Size" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-description-changed"],
    },
  ],
});
