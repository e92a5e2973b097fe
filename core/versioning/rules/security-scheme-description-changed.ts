import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "security-scheme-description-changed",
  change: "auth-scheme.description-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The description of a way to authenticate changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The description of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-Key", "description": "Your key" } },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["security-scheme-description-changed"],
    },
  ],
});
