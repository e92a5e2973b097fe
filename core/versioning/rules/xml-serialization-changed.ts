import { defineVersionRule } from "../rule.ts";

const before = `{
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
`;
const after = `{
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
`;

export default defineVersionRule({
  id: "xml-serialization-changed",
  change: ["request-property.xml-changed", "response-property.xml-changed"],
  families: ["powerplatform", "definition"],
  direction: "behaviour",
  requires: "major",
  presets: { lenient: "patch" },
  since: "0.1.0",
  summary: "The XML form of a value changed.",
  why: "Whoever writes or reads the XML by its element names no longer finds it.",
  breaks: "Callers who read or write the XML by its names.",
  todo: "Keep the XML names, or publish a major version.",
  witness: { step: "xpath(body('GetItem'), '//size')", before: "L", after: "nothing: the element is called Size now" },
  message: (fact) => `The XML form of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["xml-serialization-changed"] },
    {
      before,
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
                "size": { "type": "string", "description": "S, M or L",
                  "xml": { "name": "size" } }
              }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-description-changed"],
    },
  ],
});
