import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    pass: { label: Password, secret: true }
`;
const after = `auth:
  type: basic
  credentials:
    pass: { label: Password }
`;

export default defineVersionRule({
  id: "credential-field-secret-removed",
  change: "credential.secret-removed",
  families: ["definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A credential is no longer secret.",
  why: "What people entered as a secret would be shown.",
  breaks: "Owners of connections: what they entered as a secret is shown.",
  todo: "Keep it secret, or publish a major version.",
  witness: { step: "looking at a connection", before: "Key: ••••••", after: "Key: 3f9c07" },
  message: (fact) => `${fact.entity} is no longer secret.`,
  examples: [
    { before, after, expect: ["credential-field-secret-removed"] },
    { before: after, after: before, expect: ["credential-field-secret-added"] },
  ],
});
