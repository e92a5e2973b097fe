import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "main": { "type": "basic" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": { "main": { "type": "apiKey", "in": "header", "name": "K" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "security-scheme-type-changed",
  change: "auth-scheme.type-changed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A way to authenticate is of another type.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: { step: "ListItems() with user and password", before: "200", after: "401: a key is expected" },
  message: (fact) => `${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["security-scheme-type-changed"] },
    {
      before,
      after: `{
  "securityDefinitions": { "main": { "type": "basic", "description": "Your account" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["security-scheme-description-changed"],
    },
  ],
});
