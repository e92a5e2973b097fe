import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "scheme-secure-removed",
  change: "server.scheme-secure-removed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Encrypted access was removed.",
  why: "Policies forbid connections without encryption.",
  todo: "Keep https.",
  message: () => "https is no longer offered.",
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "schemes": ["http", "https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "schemes": ["http"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["scheme-secure-removed"],
    },
  ],
});
