import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-allowed-value-added",
  change: "connection-parameter.allowed-value-added",
  families: ["powerplatform"],
  requires: "minor",
  since: "0.1.0",
  summary: "A value of the connection may take more values.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} gained an allowed value.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
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
      after: `{ "swagger": "2.0" }
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
      expect: ["connection-parameter-allowed-value-added"],
    },
  ],
});
