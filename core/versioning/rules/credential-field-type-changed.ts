import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    port: { label: Port, type: string }
`;
const after = `auth:
  type: basic
  credentials:
    port: { label: Port, type: number }
`;

export default defineVersionRule({
  id: "credential-field-type-changed",
  change: "credential.type-changed",
  families: ["definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A credential has another type.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection that holds the port as text",
    before: "200",
    after: "the connection is invalid: a number is expected",
  },
  message: (fact) => `The type of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["credential-field-type-changed"] },
    {
      before,
      after: `auth:
  type: basic
  credentials:
    port: { label: Port number, type: string }
`,
      expect: ["credential-field-label-changed"],
    },
  ],
});
