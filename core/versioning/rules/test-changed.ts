import { defineVersionRule } from "../rule.ts";

const before = `operations:
  list_items:
    method: GET
    path: /items
    tests:
      all: { expect: { status: 200 } }
`;
const after = `operations:
  list_items:
    method: GET
    path: /items
    tests:
      all: { expect: { status: 200 } }
      none: { expect: { status: 404 } }
`;

export default defineVersionRule({
  id: "test-changed",
  change: "operation.tests-changed",
  families: ["definition"],
  direction: "none",
  requires: "none",
  since: "0.1.0",
  summary: "The tests of an operation changed.",
  why: "Tests stay with the author; nobody who uses the connector gets them.",
  todo: "Nothing: no new version is needed for it. Whoever publishes it all the same does so as a patch version.",
  message: (fact) => `The tests of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["test-changed"] },
    {
      before,
      after: `operations:
  list_items:
    method: GET
    path: /items
    tests:
      all: { expect: { status: 200 } } # one page
`,
      expect: [],
    },
  ],
});
