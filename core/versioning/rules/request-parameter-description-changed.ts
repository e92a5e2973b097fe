import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "description": "Size" }]
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
            "description": "Size of the item"
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-description-changed",
  change: "request-parameter.description-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The texts of a parameter changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The texts of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["request-parameter-description-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "description": "Size", "default": "M" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-default-added"],
    },
  ],
});
