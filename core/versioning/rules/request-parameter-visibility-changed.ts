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
        "parameters": [{ "name": "size", "in": "query", "type": "string", "x-ms-visibility": "advanced" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-visibility-changed",
  change: "request-parameter.visibility-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "A parameter is shown more or less prominently.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The visibility of ${fact.entity} changed from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-parameter-visibility-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string", "x-ms-visibility": "internal" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-hidden"],
    },
  ],
});
