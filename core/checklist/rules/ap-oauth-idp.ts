import { setValue } from "../../syntax/edits.ts";
import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

/** Those of the schema, and others that connectors of the platform are published with. */
const KNOWN = new Set([
  "oauth2",
  "oauth2generic",
  "oauth2pkce",
  "aad",
  "aadcertificate",
  "facebook",
  "google",
  "github",
  "microsoftaccount",
  "salesforce",
  "dropbox",
  "linkedin",
  "box",
  "basecamp3",
  "wordpress",
  "docusign",
]);
export default defineRule({
  id: "ap-oauth-idp",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The identity provider is one that the platform knows.",
  why: "With any other one no sign-in page opens, and no connection can be made.",
  todo: "Use one of those that the service knows, such as oauth2, oauth2generic or aad.",
  source: "Schema of apiProperties.json; solution checker",
  check: {
    connector({ properties }, { report }) {
      for (const item of connectionParameters(properties)) {
        const provider = item.path("oAuthSettings", "identityProvider");
        const text = provider.string;
        if (!text?.trim() || KNOWN.has(text.toLowerCase())) continue;
        const meant = nearest(text, [...KNOWN]);
        report({
          at: provider.place,
          message: `The identity provider "${text}" of ${item.key} is not known to the platform.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(provider, meant) } }),
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
      "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "outh2" } }
                                                                                ^^^^^^^ The identity provider "outh2" of token is not known to the platform.
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
      "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2Generic" } },
      "other": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "" } }
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
      "token": { "type": "oauthSetting", "oAuthSettings": { "identityProvider": "oauth2" } }
    }
  }
}
`,
    ],
  },
});
