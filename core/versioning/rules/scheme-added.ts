import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "schemes": ["https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "schemes": ["http", "https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "scheme-added",
  change: "server.scheme-added",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "minor",
  since: "0.1.0",
  summary: "One more scheme is offered.",
  why: "More is accepted than before; nothing that works today stops working.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.to} is offered now.`,
  examples: [
    { before, after, expect: ["scheme-added"] },
    { before: after, after: before, expect: ["scheme-insecure-removed"] },
  ],
});
