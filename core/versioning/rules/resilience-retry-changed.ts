import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "resilience-retry-changed",
  change: "resilience.retry-changed",
  families: ["definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The retries changed.",
  why: "Failed calls are repeated differently.",
  todo: "Publish it as a patch version.",
  message: () => "The retries changed.",
  examples: [
    {
      before: `resilience:
  retries: { max: 1 }
`,
      after: `resilience:
  retries: { max: 2 }
`,
      expect: ["resilience-retry-changed"],
    },
  ],
});
