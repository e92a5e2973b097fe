import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-location-changed",
  change: "parameter.location-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "A parameter moved to another place of the request.",
  why: "Saved steps go on sending it where it was.",
  todo: "Accept both places, or publish a new operation and a major version.",
  official: {
    message:
      "The location has been changed for the parameter. Existing flows will continue to send the parameter in the old location.",
  },
  message: (fact) => `${fact.entity} moved from ${fact.from} to ${fact.to}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "query", "type": "string" }]
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [{ "name": "size", "in": "header", "type": "string" }]
      }
    }
  }
}
`,
      expect: ["request-parameter-location-changed"],
    },
  ],
});
