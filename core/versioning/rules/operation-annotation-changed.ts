import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-annotation-changed",
  change: "operation.annotation-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "Family, revision or replacement of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The annotation of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-api-annotation": { "family": "Items", "revision": 1 }
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-api-annotation": { "family": "Items", "revision": 2 }
      }
    }
  }
}
`,
      expect: ["operation-annotation-changed"],
    },
  ],
});
