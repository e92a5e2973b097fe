import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-added-optional",
  change: "connection-parameter.added",
  families: ["powerplatform"],
  requires: "minor",
  since: "0.1.0",
  summary: "A connection takes one more value.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `Optional ${fact.entity} was added.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "a": {
        "type": "string",
        "uiDefinition": { "displayName": "Site", "constraints": {} }
      }
    }
  }
}
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "a": {
        "type": "string",
        "uiDefinition": { "displayName": "Site", "constraints": {} }
      },
      "b": {
        "type": "string",
        "uiDefinition": { "displayName": "Site", "constraints": {} }
      }
    }
  }
}
`,
      expect: ["connection-parameter-added-optional"],
    },
  ],
});
