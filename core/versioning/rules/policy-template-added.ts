import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "A", "parameters": {} }
    ]
  }
}
`;
const after = `{ "swagger": "2.0" }
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

export default defineVersionRule({
  id: "policy-template-added",
  change: "policy.added",
  families: ["powerplatform"],
  direction: "behaviour",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A policy was added.",
  why: "What the platform does with calls changes; the file alone does not tell whether callers notice.",
  breaks: "Callers who rely on how calls were changed on their way.",
  todo: "Have a reviewer look at it and publish it as a minor version at least.",
  witness: {
    step: "ListItems()",
    before: "200, as the service answers today",
    after: "200 from another address, if the policy routes the call",
  },
  message: (fact) => `${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["policy-template-added"] },
    { before: after, after: before, expect: ["policy-template-removed"] },
  ],
});
