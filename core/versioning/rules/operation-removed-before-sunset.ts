import { beforeSunset } from "../facts.ts";
import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-removed-before-sunset",
  change: "operation.removed",
  when: (fact, options) => !fact.internal && fact.deprecated === true && beforeSunset(fact, options),
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A deprecated operation was removed before the day that was promised.",
  why: "People planned to move by that day; until then they trust that it works.",
  todo: "Keep it until the day has passed, then publish a major version with a migration note.",
  official: { message: "The operation has been deleted. This change breaks existing flows." },
  message: (fact) =>
    `Deprecated ${fact.entity} was removed before ${fact.sunset}, the day until which it was promised.`,
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
    }
  }
}
`,
      expect: ["operation-removed-before-sunset"],
    },
  ],
});
