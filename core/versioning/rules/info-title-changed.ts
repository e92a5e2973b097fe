import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "info": { "title": "Tickets" },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "info": { "title": "Support Tickets" },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "info-title-changed",
  change: "info.title-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  presets: { strict: "minor" },
  since: "0.1.0",
  summary: "The display name of the connector changed.",
  why: "People look for the old name.",
  todo: "Publish it as a patch version and mention the old name in the notes.",
  message: () => "The display name changed.",
  examples: [
    { before, after, expect: ["info-title-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "info": { "title": "Tickets", "version": "1.0.1" },
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
