import { hasPolicy } from "../policies.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";
import { takesCallback } from "../webhooks.ts";

const KEY = "x-ms-trigger";

export default defineRule({
  id: "pollingtrigger-policy",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A trigger that asks the service again and again has a policy that remembers where it stopped.",
  why: "Without the policy, and without a service that says where to go on, each run gives the same items once more.",
  todo: "Add a policy of the template pollingtrigger for the operation, and let the service give the newest items first. A service that answers with 202 and Location, or a script, does without.",
  source: "Microsoft Learn, using a polling trigger; schema of apiProperties.json",
  check: {
    operation(operation, { connector, report }) {
      const { trigger, notification, responses, item, id } = operation;
      if (trigger !== "batch" || notification.exists || connector.file("script")) return;
      if (responses.some(({ status }) => status === "202") || item.get("x-ms-notification").exists) return;
      if (hasPolicy(connector, "pollingtrigger", id) !== false || takesCallback(operation, connector)) return;
      report({
        at: item.get(KEY).place,
        message: `No policy of the template pollingtrigger remembers where ${operationName(operation)} stopped.`,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/tasks": { "get": { "operationId": "OnTask", "x-ms-trigger": "batch", "responses": { "200": {} } } }
                                                                  ^^^^^^^ No policy of the template pollingtrigger remembers where OnTask stopped.
  }
}
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "pollingtrigger", "parameters": { "x-ms-apimTemplate-operationName": ["OnOther"] } }
    ]
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/tasks": {
      "get": { "operationId": "OnTask", "x-ms-trigger": "batch", "responses": { "200": {} } },
      "put": { "operationId": "OnLater", "x-ms-trigger": "batch", "responses": { "200": {}, "202": {} } },
      "patch": { "operationId": "OnOne", "x-ms-trigger": "single", "responses": { "200": {} } }
    },
    "/hooks": {
      "x-ms-notification-content": { "schema": { "type": "array" } },
      "post": { "operationId": "OnHook", "x-ms-trigger": "batch", "responses": { "201": {} } }
    }
  }
}
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "pollingtrigger", "parameters": { "x-ms-apimTemplate-operationName": ["OnTask"] } }
    ]
  }
}
`,
      `{ "swagger": "2.0", "paths": { "/tasks": { "get": { "operationId": "OnTask", "x-ms-trigger": "batch" } } } }
`,
    ],
  },
});
