import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "response-discriminator-removed",
  change: "response-property.discriminator-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "No field tells the kinds of an object apart any more.",
  why: "Steps that read the field may receive values that they were not built for.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  message: (fact) => `${fact.entity} is no longer told apart by ${fact.from}.`,
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
              "properties": { "kind": { "type": "string" }, "sort": { "type": "string" } }
            }
          }
        }
      }
    }
  }
}
`,
      expect: ["response-discriminator-removed"],
    },
  ],
});
