import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-label-changed",
  change: "credential.label-changed",
  families: ["definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The texts of a credential changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The texts of ${fact.entity} changed.`,
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
    user: { label: User name }
`,
      expect: ["credential-field-label-changed"],
    },
  ],
});
