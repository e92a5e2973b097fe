import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-became-required",
  change: "connection-parameter.became-required",
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "A value of the connection became required.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} became required.`,
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
        "uiDefinition": { "displayName": "Site", "constraints": { "required": "true" } }
      }
    }
  }
}
`,
      expect: ["connection-parameter-became-required"],
    },
  ],
});
