import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": {} }
=== script.csx ===
// one
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": {} }
=== script.csx ===
// two
`;

export default defineVersionRule({
  id: "script-changed",
  change: "connector.script-changed",
  families: ["powerplatform"],
  direction: "behaviour",
  requires: "patch",
  since: "0.1.0",
  summary: "The custom code changed.",
  why: "What it does with calls cannot be judged from its text.",
  todo: "Test the operations that it serves.",
  message: () => "The custom code changed.",
  examples: [
    { before, after, expect: ["script-changed"] },
    {
      before,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["A"] } }
=== script.csx ===
// one
`,
      expect: ["script-operations-changed"],
    },
  ],
});
