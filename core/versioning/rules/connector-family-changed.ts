import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
`;
const after = `=== example.connector.yaml ===
format_version: 1
`;

export default defineVersionRule({
  id: "connector-family-changed",
  change: "connector.family-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "The connector is written in another format.",
  why: "Operations, credentials and connections of the two formats are not the same things.",
  breaks: "Everybody: neither steps nor connections fit a connector of the other format.",
  todo: "Publish it as a connector of its own.",
  witness: {
    step: "any step of a saved flow",
    before: "runs",
    after: "its operation and its connection are not found",
  },
  message: (fact) => `The connector changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["connector-family-changed"] },
    {
      before,
      after: `{ "swagger": "2.0", "paths": {} }
`,
      expect: [],
    },
  ],
});
