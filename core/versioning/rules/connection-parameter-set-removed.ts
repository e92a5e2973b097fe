import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
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
const after = `{ "swagger": "2.0" }
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

export default defineVersionRule({
  id: "connection-parameter-set-removed",
  change: "connection-parameter.set-removed",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A way to make a connection was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections that were made in the way that is gone.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection made with a key",
    before: "200",
    after: "the connection is invalid: keys are not offered any more",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["connection-parameter-set-removed"] },
    { before: after, after: before, expect: ["connection-parameter-set-added"] },
  ],
});
