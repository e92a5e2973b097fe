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
        "parameters": [{ "name": "size", "in": "header", "type": "string" }]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-parameter-location-changed",
  change: "parameter.location-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "A parameter moved to another place of the request.",
  why: "Saved steps go on sending it where it was.",
  breaks: "Every saved step that passes it: the value goes where nobody looks.",
  todo: "Accept both places, or publish a new operation and a major version.",
  witness: {
    step: 'ListItems(size: "L"), sent in the query',
    before: "items of size L",
    after: "all items: the service reads a header now",
  },
  official: {
    message:
      "The location has been changed for the parameter. Existing flows will continue to send the parameter in the old location.",
    valuePath: "operation/{operationId}/parameter/{name}/in",
  },
  message: (fact) => `${fact.entity} moved from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["request-parameter-location-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "required": false, "type": "string" }]
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
