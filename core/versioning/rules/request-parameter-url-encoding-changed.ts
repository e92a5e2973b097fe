import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }]
      }
    }
  }
}
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "request-parameter-url-encoding-changed",
  change: "request-parameter.url-encoding-changed",
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "A path parameter is encoded in another way.",
  why: "Values with slashes or percent signs arrive differently.",
  breaks: "Steps that pass values with slashes or percent signs.",
  todo: "Keep the encoding, or publish a major version.",
  witness: { step: 'GetFile(path: "a/b")', before: "the file a/b", after: "404: the service was asked for a%2Fb" },
  message: (fact) => `${fact.entity} is encoded ${fact.to} instead of ${fact.from}.`,
  examples: [
    { before, after, expect: ["request-parameter-url-encoding-changed"] },
    {
      before,
      after: `{
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "single" }]
      }
    }
  }
}
`,
      expect: [],
    },
  ],
});
