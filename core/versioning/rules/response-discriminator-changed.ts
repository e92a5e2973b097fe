import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-discriminator-changed",
  change: "response-property.discriminator-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Another field tells the kinds of an object apart.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `${fact.entity} is told apart by ${fact.to} instead of ${fact.from}.`,
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
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
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
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "sort"
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-discriminator-changed"],
    },
  ],
});
