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
        "uiDefinition": { "displayName": "Site", "constraints": { "required": "true" } }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "connection-parameter-became-required",
  change: "connection-parameter.became-required",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A value of the connection became required.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections that left the value empty.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection without a tenant",
    before: "200",
    after: "the connection is invalid: Tenant is missing",
  },
  message: (fact) => `${fact.entity} became required.`,
  examples: [
    { before, after, expect: ["connection-parameter-became-required"] },
    { before: after, after: before, expect: ["connection-parameter-became-optional"] },
  ],
});
