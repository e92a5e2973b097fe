import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    user: { label: User }
`;
const after = `auth:
  type: basic
  credentials:
    user: { label: User }
    tenant: { label: Tenant, required: true }
`;

export default defineVersionRule({
  id: "credential-field-added-required",
  change: "credential.added",
  when: (fact) => fact.required === true,
  families: ["definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A connection demands one more credential.",
  why: "Connections that exist do not have it and must be completed.",
  breaks: "Connections that were made before: they do not have the value.",
  todo: "Make it optional, or publish a major version.",
  witness: {
    step: "any call through a connection made before",
    before: "200",
    after: "the connection is incomplete: Tenant is missing",
  },
  message: (fact) => `Required ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["credential-field-added-required"] },
    { before: after, after: before, expect: ["credential-field-removed"] },
  ],
});
