import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
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
`;
const after = `{ "swagger": "2.0" }
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

export default defineVersionRule({
  id: "connection-parameter-became-optional",
  change: "connection-parameter.became-optional",
  families: ["powerplatform"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "A value of the connection became optional.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became optional.`,
  examples: [
    { before, after, expect: ["connection-parameter-became-optional"] },
    { before: after, after: before, expect: ["connection-parameter-became-required"] },
  ],
});
