import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "policy-template-removed",
  change: "policy.removed",
  families: ["powerplatform"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A policy was removed.",
  why: "What the platform does with calls changes; the file alone does not tell whether callers notice.",
  todo: "Have a reviewer look at it and publish it as a minor version at least.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": {} },
      { "templateId": "setheader", "title": "B", "parameters": {} }
    ]
  }
}
`,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": {} }
    ]
  }
}
`,
      expect: ["policy-template-removed"],
    },
  ],
});
