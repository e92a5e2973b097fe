import { defineRule } from "../rule.ts";

export default defineRule({
  id: "operation-tested",
  section: "tests",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation has at least one test.",
  why: "Nobody knows whether an untested operation works, or still works after the next change.",
  todo: "Add a test with a recorded answer under `tests` of the operation.",
  source: "Publishing page, pre-publication checklist: testing passed for all operations",
  check: {
    operation({ id, item, tests }, { report }) {
      if (tests.length) return;
      const container = item.get("tests");
      report({ at: container.exists ? container.keyPlace : item.keyPlace, message: `Operation ${id} has no test.` });
    },
  },
  examples: {
    bad: [
      `operations:
  list_items:
  ^^^^^^^^^^ has no test
    method: GET
  get_item:
    tests: {}
    ^^^^^ has no test
`,
    ],
    good: [
      `operations:
  a:
    tests:
      one: { expect: { status: 200 } }
`,
    ],
  },
});
