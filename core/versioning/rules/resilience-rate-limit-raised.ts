import { defineVersionRule } from "../rule.ts";

const before = `resilience:
  rate_limit: { requests: 30, per_seconds: 60 }
`;
const after = `resilience:
  rate_limit: { requests: 60, per_seconds: 60 }
`;

export default defineVersionRule({
  id: "resilience-rate-limit-raised",
  change: "resilience.rate-limit-raised",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  since: "0.1.0",
  summary: "The rate limit was raised.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: () => "The rate limit was raised.",
  examples: [
    { before, after, expect: ["resilience-rate-limit-raised"] },
    { before: after, after: before, expect: ["resilience-rate-limit-lowered"] },
  ],
});
