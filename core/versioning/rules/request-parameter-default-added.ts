import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "request-parameter-default-added",
  change: "request-parameter.default-added",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "minor",
  presets: { strict: "major" },
  since: "0.1.0",
  summary: "An optional parameter got a default.",
  why: "Steps that leave it out are served as if they had sent it.",
  breaks: "Steps that leave it out, and want everything.",
  todo: "Publish it as a minor version.",
  witness: { step: "ListItems(), without size", before: "no size", after: "size M" },
  message: (fact) => `${fact.entity} got the default ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-parameter-default-added"] },
    { before: after, after: before, expect: ["request-parameter-default-removed"] },
  ],
});
