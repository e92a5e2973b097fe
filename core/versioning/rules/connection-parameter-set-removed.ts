import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-set-removed",
  change: "connection-parameter.set-removed",
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "A way to make a connection was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
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
`,
      after: `{ "swagger": "2.0" }
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
`,
      expect: ["connection-parameter-set-removed"],
    },
  ],
});
