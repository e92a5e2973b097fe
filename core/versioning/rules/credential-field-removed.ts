import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-removed",
  change: "credential.removed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A credential was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    {
      before: `auth:
  type: basic
  credentials:
    user: { label: User }
    tenant: { label: Tenant }
`,
      after: `auth:
  type: basic
  credentials:
    user: { label: User }
`,
      expect: ["credential-field-removed"],
    },
  ],
});
