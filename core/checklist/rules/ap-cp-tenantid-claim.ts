import { setMember, setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";
import { lacks } from "../swagger.ts";

const SOURCE = "AzureActiveDirectoryTenant";
export default defineRule({
  id: "ap-cp-tenantid-claim",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The tenant of a sign-in is asked for in the one form that the platform accepts.",
  why: "The validator of apiProperties.json compares the texts word by word and refuses any others.",
  todo: "Use the type string with the source AzureActiveDirectoryTenant, hidden and not required.",
  source: "Schema of apiProperties.json; reviews in the connectors repository",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        if (!/:TenantId$/i.test(item.key)) continue;
        const source = item.path("metadata", "sourceType");
        const hidden = item.path("uiDefinition", "constraints", "hidden");
        if (item.get("type").string !== undefined && item.get("type").string !== "string")
          report({ at: item.get("type").place, message: `${item.key} has to be of the type string.` });
        if (source.exists && source.string !== SOURCE)
          report({
            at: source.place,
            message: `${item.key} has to take its value from ${SOURCE}.`,
            fix: { title: `Replace it by "${SOURCE}"`, edits: () => setValue(source, SOURCE) },
          });
        else if (lacks(item, "metadata"))
          report({
            at: item.keyPlace,
            message: `${item.key} does not say where its value comes from.`,
            fix: { title: `Take it from ${SOURCE}`, edits: () => setMember(item, "metadata", { sourceType: SOURCE }) },
          });
        if (hidden.exists && hidden.string !== "true" && hidden.boolean !== true)
          report({ at: hidden.place, message: `${item.key} is not asked for and has to be hidden.` });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token:TenantId": { "type": "string", "metadata": { "sourceType": "Tenant" } },
                                                                        ^^^^^^^^ token:TenantId has to take its value from AzureActiveDirectoryTenant.
      "other:TenantId": { "type": "string" }
      ^^^^^^^^^^^^^^^^ other:TenantId does not say where its value comes from.
    }
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token:TenantId": { "type": "string", "metadata": { "sourceType": "AzureActiveDirectoryTenant" } },
      "tenantId": { "type": "string" }
    }
  }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token:TenantId": { "type": "string", "metadata": { "sourceType": "AzureActiveDirectoryTenant" } },
      "other:TenantId": { "type": "string", "metadata": { "sourceType": "AzureActiveDirectoryTenant" } }
    }
  }
}
`,
    ],
  },
});
