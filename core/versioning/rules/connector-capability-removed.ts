import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connector-capability-removed",
  change: "connector.capability-removed",
  families: ["powerplatform"],
  requires: "major",
  since: "0.1.0",
  summary: "A capability of the connector was removed.",
  why: "Connections that rely on it, such as those through a gateway, stop working.",
  todo: "Keep the capability, or publish a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions", "gateway"] } }
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions"] } }
`,
      expect: ["connector-capability-removed"],
    },
  ],
});
