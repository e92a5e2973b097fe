import { beforeSunset } from "../facts.ts";
import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "deprecated-operation-removed",
  change: "operation.removed",
  when: (fact, options) => !fact.internal && fact.deprecated === true && !beforeSunset(fact, options),
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "A deprecated operation was removed.",
  why: "Flows that ignored the notice stop working.",
  todo: "Check the usage first; publish a major version with a migration note.",
  official: { message: "The operation has been deleted. This change breaks existing flows." },
  message: (fact) => `Deprecated ${fact.entity} was removed.`,
  examples: [
    {
      before: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } },
    "/b": { "get": { "operationId": "B", "deprecated": true } }
  }
}
`,
      after: `{
  "paths": {
    "/a": { "get": { "operationId": "A" } }
  }
}
`,
      expect: ["deprecated-operation-removed"],
    },
  ],
});
