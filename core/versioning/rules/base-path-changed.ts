import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "base-path-changed",
  change: "server.base-path-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The base path changed, and with it the address of every operation.",
  why: "Workflows that store the address call one that may be gone.",
  todo: "Keep the old address working, or publish a major version.",
  message: (fact) => `The base path changed from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "basePath": "/v1",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "basePath": "/v2",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["base-path-changed"],
    },
  ],
});
