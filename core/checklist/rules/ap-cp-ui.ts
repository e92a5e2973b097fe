import { setMember } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";
import { lacks, lacksText, memberPlace } from "../swagger.ts";
import { titleFromName } from "../text.ts";

export default defineRule({
  id: "ap-cp-ui",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every connection parameter that is asked for has a label and a description.",
  why: "They are all that the owner of a connection sees: without them a bare name has to be guessed.",
  todo: "Add `uiDefinition` with `displayName` and `description`. Where several ways to sign in are offered, the description stands in its `schema`.",
  source: "Schema of apiProperties.json; Microsoft Learn, connection parameters",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        const type = item.get("type").string;
        const ui = item.get("uiDefinition");
        const hidden = ui.path("constraints", "hidden");
        // What the sign-in brings along and what is hidden are never asked for.
        if (
          !type ||
          type === "oauthSetting" ||
          type === "oAuthSetting" ||
          hidden.boolean === true ||
          hidden.string === "true"
        )
          continue;
        if (lacks(item, "uiDefinition")) {
          const label = titleFromName(item.key);
          report({
            at: item.keyPlace,
            message: `The connection parameter ${item.key} has no uiDefinition, and so no label.`,
            fix: {
              title: `Add a label and a description`,
              edits: () =>
                setMember(item, "uiDefinition", {
                  displayName: label,
                  description: `The ${label} of the connection.`,
                  tooltip: `Provide your ${label}`,
                  constraints: { required: "true" },
                }),
            },
          });
          continue;
        }
        if (lacksText(ui, "displayName"))
          report({ at: memberPlace(ui, "displayName"), message: `The connection parameter ${item.key} has no label.` });
        if (lacksText(ui, "description") && !ui.path("schema", "description").exists)
          report({
            at: memberPlace(ui, "description"),
            message: `The connection parameter ${item.key} has no description.`,
          });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "api_key": { "type": "securestring" },
      ^^^^^^^^^ The connection parameter api_key has no uiDefinition, and so no label.
      "user": { "type": "string", "uiDefinition": { "displayName": "" } }
                                                                   ^^ The connection parameter user has no label.
                                  ^^^^^^^^^^^^^^ The connection parameter user has no description.
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
      "token": { "type": "oauthSetting" },
      "user": { "type": "string", "uiDefinition": { "displayName": "User", "schema": { "description": "Your name." } } },
      "tenant": { "type": "string", "uiDefinition": { "displayName": "Tenant", "description": "Your tenant." } },
      "hidden": { "type": "string", "uiDefinition": { "constraints": { "hidden": "true" } } },
      "half": {
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
      "api_key": { "type": "securestring", "uiDefinition": { "displayName": "API Key", "description": "The API Key of the connection.", "tooltip": "Provide your API Key", "constraints": { "required": "true" } } },
      "user": { "type": "string", "uiDefinition": { "displayName": "" } }
    }
  }
}
`,
    ],
  },
});
