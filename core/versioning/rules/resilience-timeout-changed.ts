import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "resilience-timeout-changed",
  change: "resilience.timeout-changed",
  families: ["definition"],
  requires: "patch",
  presets: { strict: "minor" },
  since: "0.1.0",
  summary: "The timeout changed.",
  why: "Calls may be given up earlier or later.",
  todo: "Publish it as a patch version.",
  message: () => "The timeout changed.",
  examples: [
    {
      before: `resilience:
  timeout_ms: 1000
`,
      after: `resilience:
  timeout_ms: 2000
`,
      expect: ["resilience-timeout-changed"],
    },
  ],
});
