import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";
import { CALLBACK } from "../webhooks.ts";

export default defineRule({
  id: "webhook-url-internal",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The field for the callback address is internal.",
  why: "The platform fills it in; a maker who saw it would not know what to enter and could only break it.",
  todo: 'Add `"x-ms-visibility": "internal"` to the field or to something that it stands in.',
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["NotificationUrlNotInternal"],
  check: {
    input: {
      [CALLBACK]({ operation, item, internal }, { report }) {
        if (internal || !item.get(CALLBACK).boolean) return;
        report({
          at: item.get(CALLBACK).keyPlace,
          message: `The callback address ${item.get("name").string ?? item.key} of ${operationName(operation)} is visible to makers.`,
          fix: {
            title: 'Add "x-ms-visibility": "internal"',
            edits: () => setMember(item, "x-ms-visibility", "internal", CALLBACK),
          },
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
            "schema": { "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
                                                                   ^^^^^^^^^^^^^^^^^^^^^^^ The callback address url of WhenItemComes is visible to makers.
          }
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
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
      },
      "put": {
        "operationId": "WhenOtherComes",
        "parameters": [
          { "name": "url", "in": "query", "type": "string", "x-ms-visibility": "Internal", "x-ms-notification-url": true }
        ]
      }
    }
  },
  "definitions": {
    "Hook": {
      "properties": {
        "hook": {
          "x-ms-visibility": "internal",
          "properties": { "url": { "type": "string", "x-ms-notification-url": true } }
        }
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
            "schema": { "properties": { "url": { "type": "string", "x-ms-notification-url": true, "x-ms-visibility": "internal" } } }
          }
        ]
      }
    }
  }
}
`,
    ],
  },
});
