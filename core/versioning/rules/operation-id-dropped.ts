import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-id-dropped",
  change: "operation.id-dropped",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "An operation lost its id.",
  why: "Flows name the operation by its id, and no longer find it.",
  todo: "Restore the id.",
  message: (fact) => `${fact.from} lost its id.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "paths": {
    "/items": { "get": {} }
  }
}
`,
      expect: ["operation-id-dropped"],
    },
  ],
});
