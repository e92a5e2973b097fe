import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "script-operations-changed",
  change: "connector.script-operations-changed",
  families: ["powerplatform"],
  requires: "minor",
  since: "0.1.0",
  summary: "Other operations run through custom code.",
  why: "What the platform does with calls changes; the file alone does not tell whether callers notice.",
  todo: "Have a reviewer look at it and publish it as a minor version at least.",
  message: () => "Other operations run through custom code.",
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["A"] } }
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["A", "B"] } }
`,
      expect: ["script-operations-changed"],
    },
  ],
});
