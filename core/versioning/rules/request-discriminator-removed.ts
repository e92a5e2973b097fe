import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-discriminator-removed",
  change: "request-property.discriminator-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "No field tells the kinds of an object apart any more.",
  why: "Calls that were accepted until now are refused.",
  todo: "Keep accepting what was accepted, or publish a new operation beside this one and a major version.",
  message: (fact) => `${fact.entity} is no longer told apart by ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } },
              "discriminator": "kind"
            }
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
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "required": ["kind", "sort"],
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-discriminator-removed"],
    },
  ],
});
