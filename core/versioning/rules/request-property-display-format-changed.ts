import { defineVersionRule } from "../rule.ts";

const before = `{
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
              "properties": { "size": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;
const after = `{
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
              "properties": { "size": { "type": "string", "format": "password" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "request-property-display-format-changed",
  change: "request-property.display-format-changed",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The way of showing of an input field changed: it is only shown in another way.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  official: {
    message:
      "The type format has been changed for the input field. Existing flows will continue to send the field with the old type format.",
    valuePath: "operation/{operationId}/parameter/{name}/schema/{field}/format",
  },
  message: (fact) =>
    `The way of showing of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["request-property-display-format-changed"] },
    {
      before,
      after: `{
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
              "properties": { "size": { "type": "string", "format": "date" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["request-property-format-changed"],
    },
  ],
});
