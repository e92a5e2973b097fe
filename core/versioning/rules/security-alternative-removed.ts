import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "basic": [] }, { "key": [] }]
      }
    }
  }
}
`;
const after = `{
  "securityDefinitions": { "basic": { "type": "basic" }, "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "security": [{ "basic": [] }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "security-alternative-removed",
  change: "auth-requirement.alternative-removed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "An operation no longer accepts a way to authenticate.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Connections that sign in in the way that is gone.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: { step: "ListItems() with a key", before: "200", after: "401: only OAuth is accepted" },
  message: (fact) => `${fact.entity} no longer accepts ${fact.from}.`,
  examples: [
    { before, after, expect: ["security-alternative-removed"] },
    { before: after, after: before, expect: ["security-alternative-added"] },
  ],
});
