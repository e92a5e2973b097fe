import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "trigger-hint-changed",
  change: "trigger.hint-changed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  since: "0.1.0",
  summary: "The hint of a trigger changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The hint of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-trigger": "single", "x-ms-trigger-hint": "A" }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-trigger": "single", "x-ms-trigger-hint": "B" }
    }
  }
}
`,
      expect: ["trigger-hint-changed"],
    },
  ],
});
