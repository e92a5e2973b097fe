import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "server-host-changed",
  change: "server.host-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The host changed.",
  why: "Existing connections authenticate against another host than the one they were made for.",
  todo: "Keep the old host working, or publish a major version.",
  message: (fact) => `The host changed from ${fact.from || "none"} to ${fact.to || "none"}.`,
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "host": "a.example",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "host": "b.example",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["server-host-changed"],
    },
  ],
});
