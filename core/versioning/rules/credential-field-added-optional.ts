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
    tenant: { label: Tenant }
`;

export default defineVersionRule({
  id: "credential-field-added-optional",
  change: "credential.added",
  families: ["definition"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "A connection takes one more credential.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `Optional ${fact.entity} was added.`,
  examples: [
    { before, after, expect: ["credential-field-added-optional"] },
    { before: after, after: before, expect: ["credential-field-removed"] },
  ],
});
