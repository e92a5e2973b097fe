import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions", "gateway"] } }
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions"] } }
`;

export default defineVersionRule({
  id: "connector-capability-removed",
  change: "connector.capability-removed",
  families: ["powerplatform"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "A capability of the connector was removed.",
  why: "Connections that rely on it, such as those through a gateway, stop working.",
  breaks: "Connections that rely on it, such as those through a gateway.",
  todo: "Keep the capability, or publish a major version.",
  witness: {
    step: "any call through a gateway",
    before: "200",
    after: "the connection is invalid: the connector knows no gateway",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["connector-capability-removed"] },
    { before: after, after: before, expect: ["connector-capability-added"] },
  ],
});
