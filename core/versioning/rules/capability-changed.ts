import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "ListItems" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "capability-changed",
  change: "connector.capability-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The capabilities of the connector changed.",
  why: "They tell the platform how to test a connection or pick a file.",
  todo: "Publish it as a patch version.",
  message: () => "The capabilities changed.",
  examples: [
    { before, after, expect: ["capability-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection":   { "operationId": "ListItems" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
    {
      before: `auth:
  type: none
  ping: list_items
operations:
  list_items: { method: GET, path: /items }
`,
      after: `auth:
  type: none
  ping: get_status
operations:
  list_items: { method: GET, path: /items }
`,
      expect: ["capability-changed"],
    },
  ],
});
