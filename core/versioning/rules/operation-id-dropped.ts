import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": {} }
  }
}
`;

export default defineVersionRule({
  id: "operation-id-dropped",
  change: "operation.id-dropped",
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "major",
  since: "0.1.0",
  summary: "An operation lost its id.",
  why: "Flows name the operation by its id, and no longer find it.",
  breaks: "Every flow that uses it.",
  todo: "Restore the id.",
  witness: { step: "the step GetItem of a saved flow", before: "200", after: "there is no operation GetItem" },
  message: (fact) => `${fact.from} lost its id.`,
  examples: [
    { before, after, expect: ["operation-id-dropped"] },
    { before: after, after: before, expect: ["operation-id-added"] },
  ],
});
