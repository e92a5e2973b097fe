import { beforeSunset } from "../facts.ts";
import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B", "deprecated": true } }
  }
}
`;
const after = `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`;

export default defineVersionRule({
  id: "deprecated-operation-removed",
  change: "operation.removed",
  when: (fact, options) => !fact.internal && fact.deprecated === true && !beforeSunset(fact, options),
  families: ["powerplatform", "definition"],
  direction: "none",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A deprecated operation was removed.",
  why: "Flows that ignored the notice stop working.",
  breaks: "Flows that still call it, although they were told.",
  todo: "Check the usage first; publish a major version with a migration note.",
  witness: {
    step: "GetItem(id: 7), the step that was never replaced",
    before: "200",
    after: "the step names an operation that does not exist",
  },
  official: {
    message: "The operation has been deleted. This change breaks existing flows.",
    valuePath: "operation/{operationId}",
  },
  message: (fact) => `Deprecated ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["deprecated-operation-removed"] },
    { before: after, after: before, expect: ["operation-added"] },
  ],
});
