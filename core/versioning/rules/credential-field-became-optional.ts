import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-became-optional",
  change: "credential.became-optional",
  families: ["definition"],
  requires: "minor",
  since: "0.1.0",
  summary: "A credential became optional.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became optional.`,
  examples: [
    {
      before: `auth:
  type: basic
  credentials:
    user: { label: User, required: true }
`,
      after: `auth:
  type: basic
  credentials:
    user: { label: User }
`,
      expect: ["credential-field-became-optional"],
    },
  ],
});
