import { connectionParameters } from "../connection-parameters.ts";
import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "readme-oauth-steps",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The readme of an independent connector lists the steps to an app for its sign-in.",
  why: "Certification starts when somebody at Microsoft can sign in; a list of steps saves the weeks of asking.",
  todo: "Number the steps in the section on obtaining credentials.",
  source: "Template of the repository for pull requests",
  profiles: ["independent"],
  when: "submission",
  check: {
    entity({ file }, { connector, report }) {
      if (file.role !== "readme" || !/readme\.md$/i.test(file.path)) return;
      if (!connectionParameters(connector.properties).some((item) => item.get("oAuthSettings").isObject)) return;
      const heading = /^#{1,4}[ \t]*[^\r\n]*credential[^\r\n]*/im.exec(file.text);
      if (!heading) return;
      const section = file.text.slice(heading.index + heading[0].length).split(/^#{1,2}[ \t]/m)[0] ?? "";
      if (/^[ \t]*(?:\d+[.)]|[-*+])[ \t]/m.test(section) || /https?:/.test(section)) return;
      report({
        at: textPlace(file, heading.index, heading.index + heading[0].length),
        message: "The section on credentials has no steps that lead to an app for the sign-in.",
      });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": {} }
    }
  }
}
=== readme.md ===
# Contoso
## Obtaining Credentials
^^^^^^^^^^^^^^^^^^^^^^^^ The section on credentials has no steps that lead to an app for the sign-in.
Ask Contoso.
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": {} }
    }
  }
}
=== readme.md ===
# Contoso
## Obtaining Credentials
1. Register an app.
2. Copy its id.
## Known Issues
`,
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "key": { "type": "securestring" }
    }
  }
}
=== readme.md ===
## Obtaining Credentials
Ask.
`,
    ],
  },
});
