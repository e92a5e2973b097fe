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
    operation({ id, item, method, parameters, resilience, connector }, { report }) {
      if (method !== "POST" && method !== "PATCH") return;
      const own = resilience.get("retries");
      const retries = own.exists ? own : connector.resilience.get("retries");
      if (!((retries.get("max").number ?? 0) > 0)) return;
      if (parameters.some(({ name }) => /idempot/i.test(name))) return;
      const list = retries.get("retry_on");
      const unsafe = list.exists
        ? list
            .children()
            .some(
              (entry) =>
                entry.string === "timeout" ||
                entry.string === "network" ||
                entry.string === "5xx" ||
                (entry.number ?? 0) >= 500,
            )
        : true;
      if (unsafe)
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
