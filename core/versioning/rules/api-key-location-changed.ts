import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "query", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "api-key-location-changed",
  change: "auth-scheme.api-key-location-changed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The key is sent in another place.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Every connection that was made before has to be made again, and its flows stand still until then.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: {
    step: "any call through a connection made before",
    before: "200: the service reads the key from the header",
    after: "401: the service looks for the key in the query",
  },
  message: (fact) => `The key is sent in the ${fact.to} instead of the ${fact.from}.`,
  examples: [
    { before, after, expect: ["api-key-location-changed"] },
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
