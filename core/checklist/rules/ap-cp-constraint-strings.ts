import { setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-cp-constraint-strings",
  section: "auth",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Constraints of connection parameters say true and false as text.",
  why: "The schema has them as text; booleans are taken as well, but not by every tool.",
  todo: 'Write "true" or "false" in quotes.',
  source: "Schema of apiProperties.json",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties))
        for (const key of ["required", "hidden"]) {
          const value = item.path("uiDefinition", "constraints", key);
          if (value.boolean === undefined) continue;
          const text = String(value.boolean);
          report({
            at: value.place,
            message: `"${key}" of the connection parameter ${item.key} is no text.`,
            fix: { title: `Replace it by "${text}"`, edits: () => setValue(value, text) },
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
      "user": { "type": "string", "uiDefinition": { "constraints": { "required": true } } }
                                                                                 ^^^^ "required" of the connection parameter user is no text.
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
      "user": { "type": "string", "uiDefinition": { "constraints": { "required": "true", "hidden": "false" } } }
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
      "user": { "type": "string", "uiDefinition": { "constraints": { "required": "true" } } }
    }
  }
}
`,
    ],
  },
});
