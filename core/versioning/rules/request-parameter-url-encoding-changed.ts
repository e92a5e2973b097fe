import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "request-parameter-url-encoding-changed",
  change: "request-parameter.url-encoding-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "A path parameter is encoded in another way.",
  why: "Values with slashes or percent signs arrive differently.",
  todo: "Keep the encoding, or publish a major version.",
  message: (fact) => `${fact.entity} is encoded ${fact.to} instead of ${fact.from}.`,
  examples: [
    {
      before: `{
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }]
      }
    }
  }
}
`,
      after: `{
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [
          {
            "name": "id",
            "in": "path",
            "required": true,
            "type": "string",
            "x-ms-url-encoding": "double"
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-parameter-url-encoding-changed"],
    },
  ],
});
