import { insertMember, setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

/** Each setting with the words and the values that a fix proposes. */
const SETTINGS: readonly (readonly [string, string, unknown])[] = [
  ["timeout_ms", "timeout", 15000],
  ["retries", "retries", { max: 2, retry_on: ["timeout", 429, 503] }],
  ["rate_limit", "rate limit", { requests: 60, per_seconds: 60 }],
];

export default defineRule({
  id: "resilience-complete",
  section: "resilience",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Timeout, retries and rate limit are set.",
  why: "Without them one slow system holds up every orchestration, and one busy orchestration brings the system down.",
  todo: "Add `timeout_ms`, `retries` and `rate_limit` under `resilience`; `rate_limit: none` says that there is none on purpose.",
  source: "Publishing page, pre-publication checklist: resilience settings",
  check: {
    connector({ root, resilience }, { report }) {
      if (!root.isObject) return;
      const at = resilience.exists ? resilience.keyPlace : root.keyPlace;
      for (const [key, words, value] of SETTINGS) {
        if (resilience.get(key).exists) continue;
        report({
          at,
          message: `The connector has no ${words} (resilience.${key}).`,
          fix: resilience.isObject
            ? { title: `Add ${key}`, edits: () => insertMember(resilience, key, value) }
            : {
                title: "Add resilience settings",
                edits: () =>
                  setMember(root, "resilience", Object.fromEntries(SETTINGS.map(([name, , preset]) => [name, preset]))),
              },
        });
        // Without the section one finding says it all.
        if (!resilience.isObject) return;
      }
    },
  },
  examples: {
    bad: [
      `auth:
^^^^^ no timeout
  type: none
`,
      `resilience:
^^^^^^^^^^ no retries
  timeout_ms: 5000
  rate_limit: none
`,
    ],
    good: [
      `resilience:
  timeout_ms: 5000
  retries: { max: 0 }
  rate_limit: none
`,
    ],
    fixed: [
      `auth:
  type: none
resilience:
  timeout_ms: 15000
  retries:
    max: 2
    retry_on: [timeout, 429, 503]
  rate_limit:
    requests: 60
    per_seconds: 60
`,
      `resilience:
  timeout_ms: 5000
  rate_limit: none
  retries:
    max: 2
    retry_on: [timeout, 429, 503]
`,
    ],
  },
});
