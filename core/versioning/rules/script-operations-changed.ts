import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["A"] } }
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["A", "B"] } }
`;

export default defineVersionRule({
  id: "script-operations-changed",
  change: "connector.script-operations-changed",
  families: ["powerplatform"],
  direction: "behaviour",
  requires: "minor",
  since: "0.1.0",
  summary: "Other operations run through custom code.",
  why: "What the platform does with calls changes; the file alone does not tell whether callers notice.",
  todo: "Have a reviewer look at it and publish it as a minor version at least.",
  message: () => "Other operations run through custom code.",
  examples: [
    { before, after, expect: ["script-operations-changed"] },
    {
      before,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["A"]
  }
}
=== script.csx ===
// one } }
`,
      expect: ["script-changed"],
    },
  ],
});
