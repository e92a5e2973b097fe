import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-added-required",
  change: "credential.added",
  when: (fact) => fact.required === true,
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A connection demands one more credential.",
  why: "Connections that exist do not have it and must be completed.",
  todo: "Make it optional, or publish a major version.",
  message: (fact) => `Required ${fact.entity} was added.`,
  examples: [
    {
      before: `auth:
  type: basic
  credentials:
    user: { label: User }
`,
      after: `auth:
  type: basic
  credentials:
    user: { label: User }
    tenant: { label: Tenant, required: true }
`,
      expect: ["credential-field-added-required"],
    },
  ],
});
