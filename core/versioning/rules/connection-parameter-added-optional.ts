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
        "uiDefinition": { "displayName": "Site", "constraints": {} }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "connection-parameter-added-optional",
  change: "connection-parameter.added",
  families: ["powerplatform"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "A connection takes one more value.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `Optional ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["connection-parameter-added-optional"] },
    { before: after, after: before, expect: ["connection-parameter-removed"] },
  ],
});
