import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-display-format-changed",
  change: "request-parameter.display-format-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The way of showing of a parameter changed: it is only shown in another way.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) =>
    `The way of showing of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    {
      before: `{
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
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "format": "password" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-display-format-changed"],
    },
  ],
});
