import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    pass: { label: Password }
`;
const after = `auth:
  type: basic
  credentials:
    pass: { label: Password, secret: true }
`;

export default defineVersionRule({
  id: "credential-field-secret-added",
  change: "credential.secret-added",
  families: ["definition"],
  direction: "auth",
  requires: "patch",
  since: "0.1.0",
  summary: "A credential is secret now.",
  why: "It is stored more safely; nothing else changes.",
  todo: "Publish it as a patch version.",
  message: (fact) => `${fact.entity} is secret now.`,
  examples: [
    { before, after, expect: ["credential-field-secret-added"] },
    { before: after, after: before, expect: ["credential-field-secret-removed"] },
  ],
});
