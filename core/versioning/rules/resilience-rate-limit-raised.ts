import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "resilience-rate-limit-raised",
  change: "resilience.rate-limit-raised",
  families: ["definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The rate limit was raised.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: () => "The rate limit was raised.",
  examples: [
    {
      before: `resilience:
  rate_limit: { requests: 30, per_seconds: 60 }
`,
      after: `resilience:
  rate_limit: { requests: 60, per_seconds: 60 }
`,
      expect: ["resilience-rate-limit-raised"],
    },
  ],
});
