import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "tier": "Standard"
  }
}
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "tier": "Premium"
  }
}
`;

export default defineVersionRule({
  id: "tier-changed-to-premium",
  change: "connector.tier-premium",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "The connector needs a premium plan now.",
  why: "Whoever has no such plan is kept out, also from flows that ran until now.",
  breaks: "Flows and apps of people without a premium plan.",
  todo: "Keep the tier, or publish a major version and tell people in time.",
  witness: {
    step: "any step of a flow whose owner has a standard plan",
    before: "runs",
    after: "refused: the connector needs a premium plan",
  },
  message: (fact) => `The ${fact.entity} went from ${fact.from} to premium.`,
  examples: [
    { before, after, expect: ["tier-changed-to-premium"] },
    { before: after, after: before, expect: [] },
  ],
});
