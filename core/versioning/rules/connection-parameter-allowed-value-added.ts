import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
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
const after = `{ "swagger": "2.0" }
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

export default defineVersionRule({
  id: "connection-parameter-allowed-value-added",
  change: "connection-parameter.allowed-value-added",
  families: ["powerplatform"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "A value of the connection may take more values.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} gained an allowed value.`,
  examples: [
    { before, after, expect: ["connection-parameter-allowed-value-added"] },
    { before: after, after: before, expect: ["connection-parameter-allowed-value-removed"] },
  ],
});
