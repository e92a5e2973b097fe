import { defineVersionRule } from "../rule.ts";

const before = `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key", "description": "Your key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "security-scheme-description-changed",
  change: "auth-scheme.description-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The description of a way to authenticate changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The description of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["security-scheme-description-changed"] },
    {
      before,
      after: `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Token" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["api-key-name-changed"],
    },
  ],
});
