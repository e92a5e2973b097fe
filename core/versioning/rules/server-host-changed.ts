import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "host": "a.example",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "host": "b.example",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "server-host-changed",
  change: "server.host-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The host changed.",
  why: "Existing connections authenticate against another host than the one they were made for.",
  breaks: "Connections that were made for the old host, and lists of allowed hosts.",
  todo: "Keep the old host working, or publish a major version.",
  witness: {
    step: "ListItems() through a firewall that allows api.example",
    before: "200",
    after: "blocked: api.other.example is not on the list",
  },
  message: (fact) => `The host changed from ${fact.from || "none"} to ${fact.to || "none"}.`,
  examples: [
    { before, after, expect: ["server-host-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "host": "A.example",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
