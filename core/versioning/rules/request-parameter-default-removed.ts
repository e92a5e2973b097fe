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
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-default-removed",
  change: "request-parameter.default-removed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  presets: { lenient: "minor" },
  since: "0.1.0",
  summary: "The default of an optional parameter was removed.",
  why: "Steps that leave the value out get another result than before.",
  breaks: "Steps that leave it out.",
  todo: "Keep the default, or publish a major version.",
  witness: { step: "ListItems(), without size", before: "size M", after: "no size" },
  message: (fact) => `The default ${fact.from} of ${fact.entity} was removed.`,
  examples: [
    { before, after, expect: ["request-parameter-default-removed"] },
    { before: after, after: before, expect: ["request-parameter-default-added"] },
  ],
});
