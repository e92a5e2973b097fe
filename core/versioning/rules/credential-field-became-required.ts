import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-became-required",
  change: "credential.became-required",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A credential became required.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} became required.`,
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
    user: { label: User, required: true }
`,
      expect: ["credential-field-became-required"],
    },
  ],
});
