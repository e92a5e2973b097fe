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
              "properties": { "url": { "type": "string", "x-ms-notification-url": true } }
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
              "properties": { "url": { "type": "string" } }
            }
          }
        ]
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "notification-url-changed",
  change: "request-property.notification-url-changed",
  families: ["powerplatform", "definition"],
  direction: "request",
  requires: "major",
  since: "0.1.0",
  summary: "Another field, or none, receives the callback address.",
  why: "The platform no longer tells the service where to send, and the trigger never fires.",
  breaks: "Flows that wait for the trigger: they never start again.",
  todo: "Keep the mark on the field that receives the address.",
  witness: {
    step: "switching the flow on",
    before: "the service learns where to send",
    after: "the service learns no address, and nothing ever arrives",
  },
  message: (fact) => `${fact.entity} no longer receives the callback address.`,
  examples: [
    { before, after, expect: ["notification-url-changed"] },
    { before: after, after: before, expect: [] },
  ],
});
