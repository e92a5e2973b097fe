import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
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
`;
const after = `{ "swagger": "2.0" }
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
`;

export default defineVersionRule({
  id: "connection-parameter-added-required",
  change: "connection-parameter.added",
  when: (fact) => fact.required === true,
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A connection demands one more value.",
  why: "Connections that exist do not have it and must be made again.",
  breaks: "Connections that were made before: they do not have the value.",
  todo: "Make it optional, or publish a major version.",
  witness: {
    step: "any call through a connection made before",
    before: "200",
    after: "the connection is invalid: Region is missing",
  },
  message: (fact) => `Required ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["connection-parameter-added-required"] },
    { before: after, after: before, expect: ["connection-parameter-removed"] },
  ],
});
