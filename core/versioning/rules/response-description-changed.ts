import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-description-changed",
  change: "response.description-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The texts of a response changed.",
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
        "responses": { "200": { "description": "OK" } }
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
        "responses": { "200": { "description": "The items" } }
      }
    }
  }
}
`,
      expect: ["response-description-changed"],
    },
  ],
});
