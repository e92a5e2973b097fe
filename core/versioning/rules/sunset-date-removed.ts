import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "sunset-date-removed",
  change: "operation.sunset-removed",
  families: ["powerplatform"],
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A deprecated operation has no day any more until which it stays.",
  why: "It is still going to be removed, and nobody can plan for it.",
  todo: "Name a day, or take the deprecation back as well; publish it as a minor version.",
  message: (fact) => `The ${fact.entity}, ${fact.from}, was removed; the operation is still deprecated.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" }
    },
    "/things": {
      "get": { "operationId": "ListThings", "deprecated": true, "x-sunset": "2099-06-30" }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" }
    },
    "/things": {
      "get": { "operationId": "ListThings", "deprecated": true }
    }
  }
}
`,
      expect: ["sunset-date-removed"],
    },
  ],
});
