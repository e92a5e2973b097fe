import { defineVersionRule } from "../rule.ts";

const before = `overview:
  type: CRM
`;
const after = `overview:
  type: DMS
`;

export default defineVersionRule({
  id: "connector-type-changed",
  change: "connector.type-changed",
  families: ["definition"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "The connector has another type.",
  why: "The type decides which subscriptions may use the connector; some lose it.",
  breaks: "Enterprises whose subscription does not include the new type.",
  todo: "Keep the type, or publish a major version.",
  witness: {
    step: "an orchestration of an enterprise that may use General connectors",
    before: "runs",
    after: "refused: the subscription does not include DMS",
  },
  message: (fact) => `The type changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["connector-type-changed"] },
    {
      before,
      after: `overview:
  type: CRM
  name: Customers
`,
      expect: ["overview-changed"],
    },
  ],
});
