import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "a": {
        "type": "string",
        "allowedValues": [{ "value": "eu" }, { "value": "us" }]
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
        "allowedValues": [{ "value": "eu" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "connection-parameter-allowed-value-removed",
  change: "connection-parameter.allowed-value-removed",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A value of the connection may take fewer values.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections that were made with the value that is gone.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: 'any call through a connection to region "eu"',
    before: "200",
    after: 'the connection is invalid: there is no region "eu"',
  },
  message: (fact) => `${fact.entity} lost an allowed value.`,
  examples: [
    { before, after, expect: ["connection-parameter-allowed-value-removed"] },
    { before: after, after: before, expect: ["connection-parameter-allowed-value-added"] },
  ],
});
