import { beforeSunset } from "../facts.ts";
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
    }
  }
}
`;

export default defineVersionRule({
  id: "operation-removed-before-sunset",
  change: "operation.removed",
  when: (fact, options) => !fact.internal && fact.deprecated === true && beforeSunset(fact, options),
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "major",
  since: "0.1.0",
  summary: "A deprecated operation was removed before the day that was promised.",
  why: "People planned to move by that day; until then they trust that it works.",
  breaks: "Flows that still call it, and whose owners planned with the day that they were told.",
  todo: "Keep it until the day has passed, then publish a major version with a migration note.",
  witness: {
    step: "GetItem(id: 7), before the day that was promised",
    before: "200",
    after: "the step names an operation that does not exist",
  },
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
    valuePath: "operation/{operationId}",
  },
  message: (fact) =>
    `Deprecated ${fact.entity} was removed before ${fact.sunset}, the day until which it was promised.`,
  examples: [
    { before, after, expect: ["operation-removed-before-sunset"] },
    { before: after, after: before, expect: ["operation-added"] },
  ],
});
