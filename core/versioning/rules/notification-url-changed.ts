import { defineVersionRule } from "../rule.ts";

export default defineVersionRule({
  id: "notification-url-changed",
  change: "request-property.notification-url-changed",
  families: ["powerplatform", "definition"],
  requires: "major",
  since: "0.1.0",
  summary: "Another field, or none, receives the callback address.",
  why: "The platform no longer tells the service where to send, and the trigger never fires.",
  todo: "Keep the mark on the field that receives the address.",
  message: (fact) => `${fact.entity} no longer receives the callback address.`,
  examples: [
    {
      before: `{
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
              "properties": { "url": { "type": "string", "x-ms-notification-url": true } }
            }
          }
        ]
      }
    }
  }
}
`,
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
              "properties": { "url": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`,
      expect: ["notification-url-changed"],
    },
  ],
});
