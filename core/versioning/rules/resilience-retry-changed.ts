import { defineVersionRule } from "../rule.ts";

const before = `resilience:
  retries: { max: 1 }
`;
const after = `resilience:
  retries: { max: 2 }
`;

export default defineVersionRule({
  id: "resilience-retry-changed",
  change: "resilience.retry-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  since: "0.1.0",
  summary: "The retries changed.",
  why: "Failed calls are repeated differently.",
  todo: "Publish it as a patch version.",
  message: () => "The retries changed.",
  examples: [
    { before, after, expect: ["resilience-retry-changed"] },
    {
      before,
      after: `resilience:
  retries: { max: 1 }
  timeout_ms: 1000
`,
      expect: ["resilience-timeout-changed"],
    },
  ],
});
