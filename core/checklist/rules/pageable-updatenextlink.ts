import { addPolicy, hasPolicy } from "../policies.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const TEMPLATE = "updatenextlink";

export default defineRule({
  id: "pageable-updatenextlink",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operation that gives pages has a policy that rewrites the link to the next one.",
  why: "The service links to itself; the platform has to lead the call through the connection, or the next page is refused.",
  todo: "Add a policy of the template updatenextlink for the operation. A service whose links lead through the platform, or a script, does without.",
  source: "Schema of the definition, x-ms-pageable; schema of apiProperties.json",
  check: {
    operation(operation, { connector, report }) {
      const { pagination, id } = operation;
      if (!pagination.isObject || connector.file("script")) return;
      if (hasPolicy(connector, TEMPLATE, id) !== false) return;
      const name = pagination.get("nextLinkName").string?.trim();
      const policy = {
        templateId: TEMPLATE,
        title: "Update the link to the next page",
        parameters: {
          "x-ms-apimTemplateParameter.nextLinkPropertyName": name,
          "x-ms-apimTemplate-operationName": [id],
        },
      };
      report({
        at: pagination.keyPlace,
        message: `No policy of the template ${TEMPLATE} rewrites the links that ${operationName(operation)} gives.`,
        ...(name &&
          id && { fix: { title: "Add a policy that rewrites them", edits: () => addPolicy(connector, policy) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } } }
                                                     ^^^^^^^^^^^^^^^ No policy of the template updatenextlink rewrites the links that ListItems gives.
  }
}
=== apiProperties.json ===
{
  "properties": {
    "capabilities": []
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } } }
  }
}
=== apiProperties.json ===
{ "properties": { "policyTemplateInstances": [{ "templateId": "updatenextlink", "parameters": {} }] } }
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } } }
  }
}
=== apiProperties.json ===
{
  "properties": {
    "capabilities": [],
    "policyTemplateInstances": [
      {
        "templateId": "updatenextlink",
        "title": "Update the link to the next page",
        "parameters": {
          "x-ms-apimTemplateParameter.nextLinkPropertyName": "nextLink",
          "x-ms-apimTemplate-operationName": [
            "ListItems"
          ]
        }
      }
    ]
  }
}
`,
    ],
  },
});
