import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "connector-family-changed",
  change: "connector.family-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "The connector is written in another format.",
  why: "Operations, credentials and connections of the two formats are not the same things.",
  todo: "Publish it as a connector of its own.",
  message: (fact) => `The connector changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
`,
      after: `=== example.connector.yaml ===
format_version: 1
`,
      expect: ["connector-family-changed"],
    },
  ],
});
