import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "basePath": "/v1",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "basePath": "/v2",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "base-path-changed",
  change: "server.base-path-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The base path changed, and with it the address of every operation.",
  why: "Workflows that store the address call one that may be gone.",
  breaks: "Workflows that store address and method of a call.",
  todo: "Keep the old address working, or publish a major version.",
  witness: { step: "GET https://api.example/v1/items", before: "200", after: "404: the items are below /v2 now" },
  message: (fact) => `The base path changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["base-path-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "basePath": "/v1/",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
