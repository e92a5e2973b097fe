import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-paconn-stackowner-limitation",
  section: "publication",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A connector that is deployed with the command line has no stackOwner.",
  why: "The service that the command line sends the file to does not know the member and refuses the file.",
  todo: "Keep a copy without `stackOwner` for deploying; certification wants it in the one that is submitted.",
  source: "Microsoft Learn, connectors command line",
  check: {
    connector({ properties, files }, { report }) {
      const owner = properties.get("stackOwner");
      // Settings beside it say that the folder is deployed from here.
      if (!owner.exists || !files.some(({ role }) => role === "settings")) return;
      report({
        at: owner.keyPlace,
        message: "The command line that settings.json is for refuses a file with stackOwner.",
      });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": { "stackOwner": "Contoso" }
                  ^^^^^^^^^^^^ The command line that settings.json is for refuses a file with stackOwner.
}
=== settings.json ===
{ "connectorId": "shared_a" }
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "stackOwner": "Contoso"
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso"
  }
}
=== settings.json ===
{}
`,
    ],
  },
});
