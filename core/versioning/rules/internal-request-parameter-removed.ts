import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "page", "in": "query", "type": "integer" },
          { "name": "size", "in": "query", "type": "string", "x-ms-visibility": "internal" }
        ]
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "page", "in": "query", "type": "integer" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "internal-request-parameter-removed",
  change: "parameter.removed",
  when: (fact) => fact.internal === true,
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "patch",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An internal parameter was removed.",
  why: "Nobody sees or fills it; the platform stops sending it.",
  breaks: "Services that insist on the value which the platform sent.",
  todo: "Publish it as a patch version.",
  witness: {
    step: "ListItems(), with api-version=2 added by the platform",
    before: "200, form of version 2",
    after: "200, form of version 1",
  },
  message: (fact) => `Internal ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["internal-request-parameter-removed"] },
    { before: after, after: before, expect: ["new-optional-request-parameter"] },
  ],
});
