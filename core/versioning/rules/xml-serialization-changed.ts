import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "xml-serialization-changed",
  change: ["request-property.xml-changed", "response-property.xml-changed"],
  families: ["powerplatform", "definition"],
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The XML form of a value changed.",
  why: "Whoever writes or reads the XML by its element names no longer finds it.",
  todo: "Keep the XML names, or publish a major version.",
  message: (fact) => `The XML form of ${fact.entity} changed.`,
  examples: [
    {
      before: `{
  "consumes": ["application/xml"],
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "size": { "type": "string", "xml": { "name": "size" } }
              }
            }
          }
        ]
      }
    }
  }
}
`,
      after: `{
  "consumes": ["application/xml"],
  "paths": {
    "/items": {
      "post": {
        "operationId": "AddItem",
        "parameters": [
          {
            "name": "item",
            "in": "body",
            "schema": {
              "type": "object",
              "properties": {
                "size": { "type": "string", "xml": { "name": "Size" } }
              }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["xml-serialization-changed"],
    },
  ],
});
