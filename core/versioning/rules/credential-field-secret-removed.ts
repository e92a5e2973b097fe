import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-secret-removed",
  change: "credential.secret-removed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A credential is no longer secret.",
  why: "What people entered as a secret would be shown.",
  todo: "Keep it secret, or publish a major version.",
  message: (fact) => `${fact.entity} is no longer secret.`,
  examples: [
    {
      before: `auth:
  type: basic
  credentials:
    pass: { label: Password, secret: true }
`,
      after: `auth:
  type: basic
  credentials:
    pass: { label: Password }
`,
      expect: ["credential-field-secret-removed"],
    },
  ],
});
