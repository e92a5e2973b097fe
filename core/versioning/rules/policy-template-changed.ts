import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "policy-template-changed",
  change: "policy.changed",
  families: ["powerplatform"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "The parameters of a policy changed.",
  why: "What the platform does with calls changes; the file alone does not tell whether callers notice.",
  todo: "Have a reviewer look at it and publish it as a minor version at least.",
  message: (fact) => `${fact.entity} changed.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": { "x": 1 } }
    ]
  }
}
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": { "x": 2 } }
    ]
  }
}
`,
      expect: ["policy-template-changed"],
    },
  ],
});
