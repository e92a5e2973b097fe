import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameterSets": {
      "values": [
        { "name": "basic", "parameters": {} }
      ]
    }
  }
}
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameterSets": {
      "values": [
        { "name": "basic", "parameters": {} },
        { "name": "oauth", "parameters": {} }
      ]
    }
  }
}
`;

export default defineVersionRule({
  id: "connection-parameter-set-added",
  change: "connection-parameter.set-added",
  families: ["powerplatform"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "One more way to make a connection was added.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["connection-parameter-set-added"] },
    { before: after, after: before, expect: ["connection-parameter-set-removed"] },
  ],
});
