import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

const NAMES = "x-ms-apimTemplate-operationName";

export default defineRule({
  id: "ap-policy-operation-exists",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation that a policy names exists in the definition.",
  why: "A policy whose operation does not exist is never applied, and nothing says so when the connector runs.",
  todo: "Write the operationId exactly as the definition has it; letter case counts. Remove names of operations that are gone.",
  source: "Schema of apiProperties.json; measured on published connectors",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      // In a definition that is still being typed an operation may be there without being seen.
      if (!isComplete(root) || !isComplete(root.get("paths"))) return;
      for (const policy of connector.properties.get("policyTemplateInstances").children()) {
        const parameters = policy.get("parameters");
        const names = parameters.get(NAMES);
        for (const item of names.isArray ? names.children() : [names]) {
          const name = item.string;
          if (!name || connector.operation(name)) continue;
          const meant = nearest(name, connector.operationIds);
          const title = policy.get("title").string ?? policy.get("templateId").string;
          report({
            at: item.place,
            message: `${title ? `Policy ${title}` : "A policy"} names the operation ${name}, which the definition does not have.`,
            ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(item, meant) } }),
          });
        }
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/forms": { "get": { "operationId": "ListForms" } } }
}
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set header",
        "parameters": { "x-ms-apimTemplate-operationName": ["Listforms"] }
                                                            ^^^^^^^^^^^ Policy Set header names the operation Listforms, which the definition does not have.
      }
    ]
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/forms": { "get": { "operationId": "ListForms" } } }
}
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": ["SendMail"] } }
                                                                                       ^^^^^^^^^^ Policy setheader names the operation SendMail, which the definition does not have.
    ]
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/forms": { "get": { "operationId": "ListForms" } } }
}
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": ["ListForms"] } },
      { "templateId": "dynamichosturl", "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "https://x" } },
      { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": [] } }
    ]
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": ["OpenedAlone"] } }
    ]
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/forms": { "get": { "operationId": 
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader", "parameters": { "x-ms-apimTemplate-operationName": ["ListForms"] } }
    ]
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": { "/forms": { "get": { "operationId": "ListForms" } } }
}
=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      {
        "templateId": "setheader",
        "title": "Set header",
        "parameters": { "x-ms-apimTemplate-operationName": ["ListForms"] }
      }
    ]
  }
}
`,
      undefined,
    ],
  },
});
