import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-added-required",
  change: "connection-parameter.added",
  when: (fact) => fact.required === true,
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "A connection demands one more value.",
  why: "Connections that exist do not have it and must be made again.",
  todo: "Make it optional, or publish a major version.",
  message: (fact) => `Required ${fact.entity} was added.`,
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
        "uiDefinition": { "displayName": "Site", "constraints": { "required": "true" } }
      }
    }
  }
}
`,
      expect: ["connection-parameter-added-required"],
    },
  ],
});
