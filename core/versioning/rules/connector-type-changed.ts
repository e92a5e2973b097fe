import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connector-type-changed",
  change: "connector.type-changed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The connector has another type.",
  why: "The type decides which subscriptions may use the connector; some lose it.",
  todo: "Keep the type, or publish a major version.",
  message: (fact) => `The type changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `overview:
  type: CRM
`,
      after: `overview:
  type: DMS
`,
      expect: ["connector-type-changed"],
    },
  ],
});
