import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions"] } }
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "capabilities": ["actions", "gateway"] } }
`;

export default defineVersionRule({
  id: "connector-capability-added",
  change: "connector.capability-added",
  families: ["powerplatform"],
  direction: "behaviour",
  requires: "minor",
  since: "0.1.0",
  summary: "A capability of the connector was added.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["connector-capability-added"] },
    { before: after, after: before, expect: ["connector-capability-removed"] },
  ],
});
