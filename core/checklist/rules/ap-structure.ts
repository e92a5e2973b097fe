import type { SchemaProblem } from "../../model/schema-check.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { isSettled, reportOf, structureProblems } from "../structure.ts";

/** What other rules say: the form of the colour, and the types of connection parameters. */
function isElsewhere({ wrong, item }: SchemaProblem): boolean {
  if (wrong === "pattern") return item.key === "iconBrandColor";
  return wrong === "value" && item.key === "type" && /^connectionParameters$|^parameters$/.test(item.parent.parent.key);
}

export default defineRule({
  id: "ap-structure",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every value of apiProperties.json is of the kind that the platform expects.",
  why: "A list where text is expected, or text where a list is, makes the file unreadable for the platform.",
  todo: "Write the value as the message says.",
  source: "Schema of apiProperties.json",
  check: {
    entity(entity, { connector, report }) {
      if (entity.kind !== "file") return;
      // A member that says null counts as not given, as published connectors have it.
      for (const problem of structureProblems(entity, connector))
        if (problem.item.kind !== Kind.null && !isElsewhere(problem) && isSettled(problem)) report(reportOf(problem));
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": "actions",
                    ^^^^^^^^^ "capabilities" of properties has to be a list, but is text.
    "publisher": ["Contoso"],
    ^^^^^^^^^^^ "publisher" of properties has to be text, but is a list.
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "scopes": "read",
                    ^^^^^^ "scopes" of properties.connectionParameters.token.oAuthSettings has to be a list, but is text.
          "redirectMode": "global"
                          ^^^^^^^^ "redirectMode" of properties.connectionParameters.token.oAuthSettings is "global"; possible are Global, Direct, GlobalPerConnector.
        },
        "uiDefinition": {
          "displayName": 1,
                         ^ "displayName" of properties.connectionParameters.token.uiDefinition has to be text, but is an integer.
          "constraints": { "required": "yes", "tabIndex": "2" }
                                       ^^^^^ "required" of properties.connectionParameters.token.uiDefinition.constraints is "yes"; possible are true, false.
                                                          ^^^ "tabIndex" of properties.connectionParameters.token.uiDefinition.constraints has to be an integer, but is text.
        }
      }
    }
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "iconBrandColor": "blue",
    "publisher": null,
    "connectionParameters": {
      "key": { "type": "password", "uiDefinition": { "constraints": { "required": "true" } } }
    },
    "anything": { "else": 1 }
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": "act
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "capabilities": [
      "actions"
    ],
    "publisher": ["Contoso"],
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "scopes": [
            "read"
          ],
          "redirectMode": "Global"
        },
        "uiDefinition": {
          "displayName": "1",
          "constraints": { "required": "yes", "tabIndex": 2 }
        }
      }
    }
  }
}
`,
    ],
  },
});
