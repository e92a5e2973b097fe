import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-description-changed",
  change: "operation.description-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The description of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The description of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "description": "Lists items." } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "description": "Lists all items." } }
  }
}
`,
      expect: ["operation-description-changed"],
    },
  ],
});
