import { defineVersionRule } from "../rule.ts";

const before = `resilience:
  circuit_breaker: { failure_threshold: 3 }
`;
const after = `resilience:
  circuit_breaker: { failure_threshold: 5 }
`;

export default defineVersionRule({
  id: "resilience-circuit-breaker-changed",
  change: "resilience.circuit-breaker-changed",
  families: ["definition"],
  direction: "behaviour",
  requires: "patch",
  since: "0.1.0",
  summary: "The circuit breaker changed.",
  why: "Calls are held back earlier or later.",
  todo: "Publish it as a patch version.",
  message: () => "The circuit breaker changed.",
  examples: [
    { before, after, expect: ["resilience-circuit-breaker-changed"] },
    {
      before,
      after: `resilience:
  circuit_breaker: { failure_threshold:  3 }
`,
      expect: [],
    },
  ],
});
