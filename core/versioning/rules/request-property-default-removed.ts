import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-property-default-removed",
  change: "request-property.default-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional input field was removed.",
  why: "Steps that leave the value out get another result than before.",
  todo: "Keep the default, or publish a major version.",
  message: (fact) => `The default ${fact.from} of ${fact.entity} was removed.`,
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
              "properties": { "size": { "type": "string", "default": "L" } }
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-default-removed"],
    },
  ],
});
