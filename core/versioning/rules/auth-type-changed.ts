import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "auth-type-changed",
  change: "auth.type-changed",
  families: ["definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Another kind of authentication is used.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `Authentication changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `auth:
  type: basic
`,
      after: `auth:
  type: bearer
`,
      expect: ["auth-type-changed"],
    },
  ],
});
