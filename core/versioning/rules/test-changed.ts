import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "test-changed",
  change: "operation.tests-changed",
  families: ["definition"],
  requires: "none",
  since: "0.1.0",
  summary: "The tests of an operation changed.",
  why: "Tests stay with the author; nobody who uses the connector gets them.",
  todo: "Nothing: no new version is needed for it.",
  message: (fact) => `The tests of ${fact.entity} changed.`,
  examples: [
    {
      before: `operations:
  list_items:
    method: GET
    path: /items
    tests:
      all: { expect: { status: 200 } }
`,
      after: `operations:
  list_items:
    method: GET
    path: /items
    tests:
      all: { expect: { status: 200 } }
      none: { expect: { status: 404 } }
`,
      expect: ["test-changed"],
    },
  ],
});
