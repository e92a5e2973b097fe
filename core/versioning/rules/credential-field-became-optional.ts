import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    user: { label: User, required: true }
`;
const after = `auth:
  type: basic
  credentials:
    user: { label: User }
`;

export default defineVersionRule({
  id: "credential-field-became-optional",
  change: "credential.became-optional",
  families: ["definition"],
  direction: "auth",
  requires: "minor",
  since: "0.1.0",
  summary: "A credential became optional.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became optional.`,
  examples: [
    { before, after, expect: ["credential-field-became-optional"] },
    { before: after, after: before, expect: ["credential-field-became-required"] },
  ],
});
