import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-header-removed",
  change: "response-header.removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A response header was removed.",
  why: "Steps and expressions that read the field get nothing.",
  todo: "Keep the field, or deprecate it in its description now and remove it in a major version.",
  message: (fact) => `${fact.entity} was removed.`,
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
          "200": { "description": "OK", "headers": {} }
        }
      }
    }
  }
}
`,
      expect: ["response-header-removed"],
    },
  ],
});
