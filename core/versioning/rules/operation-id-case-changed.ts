import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "operation-id-case-changed",
  change: "operation.id-case-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The id of an operation changed in letter case.",
  why: "Ids are compared letter by letter; flows no longer find the operation.",
  todo: "Restore the old spelling.",
  official: { message: "The operation has been deleted. This change breaks existing flows." },
  message: (fact) => `${fact.from} is spelt ${fact.to} now.`,
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
    "/items": { "get": { "operationId": "listItems" } }
  }
}
`,
      expect: ["operation-id-case-changed"],
    },
  ],
});
