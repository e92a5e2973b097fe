import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connection-parameter-type-changed",
  change: "connection-parameter.type-changed",
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "A value of the connection has another type.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": { "a": { "type": "string" } }
  }
}
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": { "a": { "type": "securestring" } }
  }
}
`,
      expect: ["connection-parameter-type-changed"],
    },
  ],
});
