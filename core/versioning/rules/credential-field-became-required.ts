import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    user: { label: User }
`;
const after = `auth:
  type: basic
  credentials:
    user: { label: User, required: true }
`;

export default defineVersionRule({
  id: "credential-field-became-required",
  change: "credential.became-required",
  families: ["definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A credential became required.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections that left the value empty.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection without a tenant",
    before: "200",
    after: "the connection is incomplete: Tenant is missing",
  },
  message: (fact) => `${fact.entity} became required.`,
  examples: [
    { before, after, expect: ["credential-field-became-required"] },
    { before: after, after: before, expect: ["credential-field-became-optional"] },
  ],
});
