import { defineVersionRule } from "../rule.ts";

const before = `operations:
  add_item:
    method: POST
    path: /items
resilience:
  retries: { max: 2, retry_on: [429] }
`;
const after = `operations:
  add_item:
    method: POST
    path: /items
resilience:
  retries: { max: 2, retry_on: [429, timeout] }
`;

export default defineVersionRule({
  id: "resilience-retry-on-unsafe-enabled",
  change: "resilience.retry-unsafe-enabled",
  families: ["definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "Calls that create or change something are repeated now, although they may have worked.",
  why: "A call that timed out may have worked: repeated, it creates the same thing twice.",
  breaks: "Owners of the data: something is created twice, and nobody is told.",
  todo: "Repeat only on statuses that say that nothing happened (429), or declare an idempotency key parameter.",
  witness: {
    step: "CreateOrder(…), which times out after the order was stored",
    before: "one order, and an error",
    after: "two orders",
  },
  message: (fact) => `The ${fact.entity} repeat ${fact.to} after failures that leave open if it was carried out.`,
  examples: [
    { before, after, expect: ["resilience-retry-on-unsafe-enabled"] },
    { before: after, after: before, expect: ["resilience-retry-changed"] },
  ],
});
