import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": {} }
  }
}
`;
const after = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "operation-id-added",
  change: "operation.id-added",
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "minor",
  since: "0.1.0",
  summary: "An operation got an id.",
  why: "It can be picked now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} got an id.`,
  examples: [
    { before, after, expect: ["operation-id-added"] },
    { before: after, after: before, expect: ["operation-id-dropped"] },
  ],
});
