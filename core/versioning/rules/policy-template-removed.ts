import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": {} },
      { "templateId": "setheader", "title": "B", "parameters": {} }
    ]
  }
}
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": {} }
    ]
  }
}
`;

export default defineVersionRule({
  id: "policy-template-removed",
  change: "policy.removed",
  families: ["powerplatform"],
  direction: "behaviour",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A policy was removed.",
  why: "What the platform does with calls changes; the file alone does not tell whether callers notice.",
  breaks: "Callers who rely on how calls were changed on their way.",
  todo: "Have a reviewer look at it and publish it as a minor version at least.",
  witness: {
    step: "ListItems()",
    before: "200, with the header that the policy set",
    after: "403: the service misses the header",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["policy-template-removed"] },
    { before: after, after: before, expect: ["policy-template-added"] },
  ],
});
