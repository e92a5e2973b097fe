import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "resilience-retry-on-unsafe-enabled",
  change: "resilience.retry-unsafe-enabled",
  families: ["definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "Calls that create or change something are repeated now, although they may have worked.",
  why: "A call that timed out may have worked: repeated, it creates the same thing twice.",
  todo: "Repeat only on statuses that say that nothing happened (429), or declare an idempotency key parameter.",
  message: (fact) => `The ${fact.entity} repeat ${fact.to} after failures that leave open if it was carried out.`,
  examples: [
    {
      before: `operations:
  add_item:
    method: POST
    path: /items
resilience:
  retries: { max: 2, retry_on: [429] }
`,
      after: `operations:
  add_item:
    method: POST
    path: /items
resilience:
  retries: { max: 2, retry_on: [429, timeout] }
`,
      expect: ["resilience-retry-on-unsafe-enabled"],
    },
  ],
});
