import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": { "a": { "type": "string" } }
  }
}
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": { "a": { "type": "securestring" } }
  }
}
`;

export default defineVersionRule({
  id: "connection-parameter-type-changed",
  change: "connection-parameter.type-changed",
  families: ["powerplatform"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A value of the connection has another type.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection that holds the port as text",
    before: "200",
    after: "the connection is invalid: a number is expected",
  },
  message: (fact) => `${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["connection-parameter-type-changed"] },
    {
      before,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": { "a": { "type": "String" } }
  }
}
`,
      expect: [],
    },
  ],
});
