import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
  credentials:
    user: { label: User }
    tenant: { label: Tenant }
`;
const after = `auth:
  type: basic
  credentials:
    user: { label: User }
`;

export default defineVersionRule({
  id: "credential-field-removed",
  change: "credential.removed",
  families: ["definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A credential was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection that names a tenant",
    before: "200, data of the tenant",
    after: "401: nothing tells the service which tenant is meant",
  },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["credential-field-removed"] },
    { before: after, after: before, expect: ["credential-field-added-optional"] },
  ],
});
