import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "script-changed",
  change: "connector.script-changed",
  families: ["powerplatform"],
  requires: "patch",
  since: "0.1.0",
  summary: "The custom code changed.",
  why: "What it does with calls cannot be judged from its text.",
  todo: "Test the operations that it serves.",
  message: () => "The custom code changed.",
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": {} }
=== script.csx ===
// one
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": {} }
=== script.csx ===
// two
`,
      expect: ["script-changed"],
    },
  ],
});
