import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read", "write": "Write" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": {
    "oauth": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://a.example/auth",
      "tokenUrl": "https://a.example/token",
      "scopes": { "read": "Read" }
    }
  },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "oauth-scope-removed",
  change: "auth-scheme.scope-removed",
  families: ["powerplatform", "definition"],
  direction: "auth",
  requires: "major",
  since: "0.1.0",
  summary: "A scope was removed.",
  why: "Connections that exist were made for the old way and have to be made again.",
  breaks: "Calls that need the right.",
  todo: "Keep the old way beside the new one, or publish a major version.",
  witness: { step: "AddItem(…) through a new connection", before: "201", after: "403: items.write is missing" },
  message: (fact) => `${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["oauth-scope-removed"] },
    { before: after, after: before, expect: ["oauth-scope-added"] },
  ],
});
