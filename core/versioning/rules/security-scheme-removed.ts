import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": { "basic": { "type": "basic" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "security-scheme-removed",
  change: "auth-scheme.removed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A way to authenticate was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections that sign in in the way that is gone.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: { step: "ListItems() with a key", before: "200", after: "401: keys are not known any more" },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["security-scheme-removed"] },
    { before: after, after: before, expect: ["security-scheme-added"] },
  ],
});
