import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Token" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "api-key-name-changed",
  change: "auth-scheme.api-key-name-changed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The key is sent under another name.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections whose service no longer reads the old name.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call, key sent as X-Key",
    before: "200",
    after: "401: the service looks for the key under X-Token",
  },
  message: (fact) => `The key is sent as ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["api-key-name-changed"] },
    {
      before,
      after: `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key", "description": "From your profile" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["security-scheme-description-changed"],
    },
  ],
});
