import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-description-changed",
  change: "request-parameter.description-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The texts of a parameter changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The texts of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "description": "Size" }]
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
            "description": "Size of the item"
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
