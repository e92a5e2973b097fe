import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "scheme-insecure-removed",
  change: "server.scheme-insecure-removed",
  families: ["powerplatform", "definition"],
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "Unencrypted access was removed.",
  why: "The platform picks the scheme; callers see no difference.",
  todo: "Publish it as a patch version.",
  message: () => "http is no longer offered.",
  examples: [
    {
      before: `{
  "swagger": "2.0",
  "schemes": ["http", "https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      after: `{
  "swagger": "2.0",
  "schemes": ["https"],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: ["scheme-insecure-removed"],
    },
  ],
});
