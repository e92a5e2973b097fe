import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "schemes": ["http", "https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "schemes": ["http"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "scheme-secure-removed",
  change: "server.scheme-secure-removed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  since: "0.1.0",
  summary: "Encrypted access was removed.",
  why: "Policies forbid connections without encryption.",
  breaks: "Enterprises that forbid unencrypted connections: that is nearly all.",
  todo: "Keep https.",
  witness: { step: "ListItems()", before: "200 over https", after: "refused by policy: http is not encrypted" },
  message: () => "https is no longer offered.",
  examples: [
    { before, after, expect: ["scheme-secure-removed"] },
    { before: after, after: before, expect: ["scheme-added"] },
  ],
});
