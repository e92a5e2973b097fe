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
  "schemes": ["https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "scheme-insecure-removed",
  change: "server.scheme-insecure-removed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "Unencrypted access was removed.",
  why: "The platform picks the scheme; callers see no difference.",
  breaks: "Callers inside a network that only lets http through.",
  todo: "Publish it as a patch version.",
  witness: { step: "GET http://api.example/items", before: "200", after: "refused: only https is answered" },
  message: () => "http is no longer offered.",
  examples: [
    { before, after, expect: ["scheme-insecure-removed"] },
    { before: after, after: before, expect: ["scheme-added"] },
  ],
});
