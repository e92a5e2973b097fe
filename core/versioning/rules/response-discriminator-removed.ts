import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "response-discriminator-removed",
  change: "response-property.discriminator-removed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "No field tells the kinds of an object apart any more.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Steps that tell kinds apart, and read fields of one kind.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: {
    step: "switch over body('GetItem')?['kind']",
    before: '"Book"',
    after: "empty: nothing says the kind any more",
  },
  message: (fact) => `${fact.entity} is no longer told apart by ${fact.from}.`,
  examples: [
    { before, after, expect: ["response-discriminator-removed"] },
    { before: after, after: before, expect: ["response-discriminator-added"] },
  ],
});
