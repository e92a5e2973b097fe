import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connector-capability-added",
  change: "connector.capability-added",
  families: ["powerplatform"],
  requires: "minor",
  since: "0.1.0",
  summary: "A capability of the connector was added.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions"] } }
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions", "gateway"] } }
`,
      expect: ["connector-capability-added"],
    },
  ],
});
