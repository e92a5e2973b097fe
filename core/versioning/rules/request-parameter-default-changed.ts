import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "default": "M" }]
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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "default": "L" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-default-changed",
  change: "request-parameter.default-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional parameter changed.",
  why: "Steps that leave the value out get another result than before.",
  breaks: "Steps that leave it out.",
  todo: "Keep the default, or publish a major version.",
  witness: { step: "ListItems(), without size", before: "size M", after: "size L" },
  message: (fact) => `The default of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-parameter-default-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "description": "M is medium", "type": "string", "default": "M" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-description-changed"],
    },
  ],
});
