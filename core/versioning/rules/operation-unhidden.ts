import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "internal" } }
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
  id: "operation-unhidden",
  change: "operation.unhidden",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "minor",
  since: "0.1.0",
  summary: "A hidden operation became visible.",
  why: "It can be picked now.",
  todo: "Publish it as a minor version.",
  message: (fact) => `${fact.entity} became visible.`,
  examples: [
    { before, after, expect: ["operation-unhidden"] },
    { before: after, after: before, expect: ["operation-hidden"] },
  ],
});
