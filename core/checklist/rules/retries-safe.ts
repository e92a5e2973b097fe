import { unsafeRetries } from "../../model/retries.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "retries-safe",
  section: "resilience",
  families: ["definition"],
  severity: "warning",
  since: "0.1.0",
  summary: "Calls that create or change something are repeated only where that is safe.",
  why: "A call that timed out may have worked: repeated, it creates the same thing twice.",
  todo: "Declare an idempotency key parameter, or repeat only on statuses that say that nothing happened (429).",
  source: "Operation of connectors: retries",
  check: {
    operation(operation, { report }) {
      if (!unsafeRetries(operation)) return;
      const { id, item, resilience } = operation;
      const own = resilience.get("retries");
      report({
        at: own.exists ? own.keyPlace : item.keyPlace,
        message: `${id} may be carried out twice: it is repeated after time-outs and has no idempotency key.`,
      });
    },
  },
  examples: {
    bad: [
      `operations:
  create_item:
  ^^^^^^^^^^^ may be carried out twice
    method: POST
    path: /items
resilience:
  retries: { max: 2, retry_on: [timeout] }
`,
    ],
    good: [
      `operations:
  create_item:
    method: POST
resilience:
  retries: { max: 2, retry_on: [429] }
`,
      `operations:
  create_item:
    method: POST
    parameters:
      Idempotency-Key: { in: header, type: string }
resilience:
  retries: { max: 2 }
`,
      `operations:
  list:
    method: GET
resilience:
  retries: { max: 2 }
`,
    ],
  },
});
