import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "api-key-location-changed",
  change: "auth-scheme.api-key-location-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The key is sent in another place.",
  why: "Connections that exist were made for the old way and have to be made again.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  message: (fact) => `The key is sent in the ${fact.to} instead of the ${fact.from}.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "query", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["api-key-location-changed"],
    },
  ],
});
