import { defineVersionRule } from "../rule.ts";

const before = `resilience:
  timeout_ms: 1000
`;
const after = `resilience:
  timeout_ms: 2000
`;

export default defineVersionRule({
  id: "resilience-timeout-changed",
  change: "resilience.timeout-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  presets: { strict: "minor" },
  since: "0.1.0",
  summary: "The timeout changed.",
  why: "Calls may be given up earlier or later.",
  todo: "Publish it as a patch version.",
  message: () => "The timeout changed.",
  examples: [
    { before, after, expect: ["resilience-timeout-changed"] },
    {
      before,
      after: `resilience:
  timeout_ms: 1000
  retries: { max: 1 }
`,
      expect: ["resilience-retry-changed"],
    },
  ],
});
