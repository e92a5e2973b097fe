import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" }
    },
    "/things": {
      "get": { "operationId": "ListThings", "deprecated": true, "x-sunset": "2099-06-30" }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" }
    },
    "/things": {
      "get": { "operationId": "ListThings", "deprecated": true }
    }
  }
}
`;

export default defineVersionRule({
  id: "sunset-date-removed",
  change: "operation.sunset-removed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "A deprecated operation has no day any more until which it stays.",
  why: "It is still going to be removed, and nobody can plan for it.",
  breaks: "People who plan by the day.",
  todo: "Name a day, or take the deprecation back as well; publish it as a minor version.",
  witness: { step: "planning the move away from GetItem", before: "until 31 March", after: "nobody knows until when" },
  message: (fact) => `The ${fact.entity}, ${fact.from}, was removed; the operation is still deprecated.`,
  examples: [
    { before, after, expect: ["sunset-date-removed"] },
    { before: after, after: before, expect: ["extension-changed"] },
  ],
});
