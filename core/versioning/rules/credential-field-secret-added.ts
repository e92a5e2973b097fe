import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-secret-added",
  change: "credential.secret-added",
  families: ["definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "A credential is secret now.",
  why: "It is stored more safely; nothing else changes.",
  todo: "Publish it as a patch version.",
  message: (fact) => `${fact.entity} is secret now.`,
  examples: [
    {
      before: `auth:
  type: basic
  credentials:
    pass: { label: Password }
`,
      after: `auth:
  type: basic
  credentials:
    pass: { label: Password, secret: true }
`,
      expect: ["credential-field-secret-added"],
    },
  ],
});
