import { defineVersionRule } from "../rule.ts";

const before = `auth:
  type: basic
`;
const after = `auth:
  type: bearer
`;

export default defineVersionRule({
  id: "auth-type-changed",
  change: "auth.type-changed",
  families: ["definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "Another kind of authentication is used.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection made before",
    before: "200: signed in with the key",
    after: "401: the service wants OAuth now",
  },
  message: (fact) => `Authentication changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["auth-type-changed"] },
    {
      before,
      after: `auth:
  type: basic
  credentials:
    realm: { label: Realm }
`,
      expect: ["credential-field-added-optional"],
    },
  ],
});
