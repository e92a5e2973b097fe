import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "x-vendor": 1,
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "x-vendor": 2,
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "extension-changed",
  change: "extension.changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  presets: { lenient: "none" },
  since: "0.1.0",
  summary: "A vendor extension that no other rule knows changed.",
  why: "Its meaning is not known here; nothing else of the contract changed with it.",
  todo: "Check with its documentation that nobody depends on it.",
  message: (fact) => `${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["extension-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "x-vendor": 1.0,
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
