import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-api-annotation": { "family": "Items", "revision": 1 }
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-api-annotation": { "family": "Items", "revision": 2 }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "operation-annotation-changed",
  change: "operation.annotation-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "Family, revision or replacement of an operation changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The annotation of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["operation-annotation-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "x-ms-api-annotation": { "revision": 1, "family": "Items" }
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
