import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-header-type-changed",
  change: "response-header.type-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The type of a response header changed.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `The type of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "X-Total": { "type": "integer" } }
          }
        }
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
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "X-Total": { "type": "string" } }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-header-type-changed"],
    },
  ],
});
