import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

/** Words of a readme that describes how to get an app of one's own. */
const STEPS =
  /\bclient (?:id|secret)\b|\boauth\b|\bregister (?:an?|your|the) (?:new )?app|\bcreate (?:an?|your|the) (?:new )?app|\bredirect ur[il]\b/i;
export default defineRule({
  id: "ap-ip-oauth",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A connector of an independent publisher says in its readme how to register an app for its sign-in.",
  why: "The team that certifies it has to register an app of its own, and can only follow what stands there.",
  todo: "Add a section on obtaining credentials to the readme, step by step: where to register the app, which redirect address and scopes to enter, what to copy.",
  source: "Microsoft Learn, certification of independent publishers; template of the repository for pull requests",
  profiles: ["independent"],
  when: "submission",
  check: {
    connector({ properties, files }, { report }) {
      const sign = connectionParameters(properties).find((item) => item.get("oAuthSettings").isObject);
      const readme = files.find(({ role, path }) => role === "readme" && /readme\.md$/i.test(path));
      if (!sign || !readme || STEPS.test(readme.text)) return;
      report({
        at: sign.keyPlace,
        message: `${sign.key} signs in with OAuth, and the readme does not say how to register an app for it.`,
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
      ^^^^^^^ token signs in with OAuth, and the readme does not say how to register an app for it.
    }
  }
}
=== readme.md ===
# Contoso
Nothing about it.
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
1. Register an app in the developer portal.
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
# Contoso
`,
    ],
  },
});
