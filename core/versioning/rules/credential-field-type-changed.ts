import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "credential-field-type-changed",
  change: "credential.type-changed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A credential has another type.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `The type of ${fact.entity} changed.`,
  examples: [
    {
      before: `auth:
  type: basic
  credentials:
    port: { label: Port, type: string }
`,
      after: `auth:
  type: basic
  credentials:
    port: { label: Port, type: number }
`,
      expect: ["credential-field-type-changed"],
    },
  ],
});
