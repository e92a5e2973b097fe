import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-allowed-value-removed",
  change: "connection-parameter.allowed-value-removed",
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "A value of the connection may take fewer values.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} lost an allowed value.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
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
`,
      after: `{ "swagger": "2.0" }
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
`,
      expect: ["connection-parameter-allowed-value-removed"],
    },
  ],
});
