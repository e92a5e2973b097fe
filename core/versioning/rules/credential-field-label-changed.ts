import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    user: { label: User }
`;
const after = `auth:
  type: basic
  credentials:
    user: { label: User name }
`;

export default defineVersionRule({
  id: "credential-field-label-changed",
  change: "credential.label-changed",
  families: ["definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The texts of a credential changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The texts of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["credential-field-label-changed"] },
    {
      before,
      after: `auth:
  type: basic
  credentials:
    user: { label: User, secret: true }
`,
      expect: ["credential-field-secret-added"],
    },
  ],
});
