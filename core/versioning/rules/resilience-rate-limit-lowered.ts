import { defineVersionRule } from "../rule.ts";

const before = `resilience:
  rate_limit: { requests: 60, per_seconds: 60 }
`;
const after = `resilience:
  rate_limit: { requests: 30, per_seconds: 60 }
`;

export default defineVersionRule({
  id: "resilience-rate-limit-lowered",
  change: "resilience.rate-limit-lowered",
  families: ["definition"],
  direction: "behaviour",
  requires: "minor",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The rate limit was lowered.",
  why: "Users with many calls have to wait.",
  todo: "Publish it as a minor version and tell them.",
  message: () => "The rate limit was lowered.",
  examples: [
    { before, after, expect: ["resilience-rate-limit-lowered"] },
    { before: after, after: before, expect: ["resilience-rate-limit-raised"] },
  ],
});
