import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";
import { CALLBACK } from "../webhooks.ts";

export default defineRule({
  id: "webhook-url-string",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The field for the callback address is text and stands in the body.",
  why: "An address is text; the platform fills it into a field of the body and nowhere else.",
  todo: "Set its type to string, and move it into the body where it is another parameter.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["NotificationUrlNotString", "NotificationUrlNotAllowedInThisPosition"],
  check: {
    input: {
      [CALLBACK]({ operation, item }, { report }) {
        if (!item.get(CALLBACK).boolean) return;
        const type = item.get("type");
        const location = item.get("in").string;
        const name = item.get("name").string ?? item.key;
        if (location)
          report({
            at: item.get("in").place,
            message: `The callback address ${name} of ${operationName(operation)} is sent as ${location} and not in the body.`,
          });
        if (type.string === "string" || (type.exists ? !type.string : !isComplete(item))) return;
        report({
          at: type.exists ? type.place : item.get(CALLBACK).keyPlace,
          // A published connector gives no type at all, which the platform takes for text.
          ...(!type.exists && { severity: "warning" }),
          message: `The callback address ${name} of ${operationName(operation)} is not of type string.`,
          fix: { title: 'Set the type to "string"', edits: () => setMember(item, "type", "string") },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenItemComes",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "url": { "type": "object", "x-ms-notification-url": true } } }
                                                         ^^^^^^^^ The callback address url of WhenItemComes is not of type string.
          }
        ]
      },
      "put": {
        "operationId": "WhenOtherComes",
        "parameters": [
          { "name": "url", "in": "query", "x-ms-notification-url": true }
                                 ^^^^^^^ The callback address url of WhenOtherComes is sent as query and not in the body.
                                          ^^^^^^^^^^^^^^^^^^^^^^^ The callback address url of WhenOtherComes is not of type string.
        ]
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenItemComes",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "url": { "type": "string", "format": "uri", "x-ms-notification-url": true } } }
          }
        ]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "WhenItemComes",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "schema": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
          }
        ]
      },
      "put": {
        "operationId": "WhenOtherComes",
        "parameters": [
          { "name": "url", "in": "query", "x-ms-notification-url": true, "type": "string" }
        ]
      }
    }
  }
}
`,
    ],
  },
});
