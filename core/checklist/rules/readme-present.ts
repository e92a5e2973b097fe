import { defineRule } from "../rule.ts";

export default defineRule({
  id: "readme-present",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The folder of a connector has a readme.md.",
  why: "It becomes the connector's documentation: prerequisites, operations, how to get credentials, known limits.",
  todo: "Add a `readme.md` to the folder; the repository has a template for it.",
  source: "Microsoft Learn, preparing connector files for certification; templates of the connectors repository",
  when: "submission",
  check: {
    connector(connector, { report }) {
      if (!connector.isFolder || connector.file("readme")) return;
      report({ at: connector.root.keyPlace, message: "The connector's folder has no readme.md." });
    },
  },
  examples: {
    bad: [
      `{
^ The connector's folder has no readme.md.
  "swagger": "2.0"
}
=== apiProperties.json ===
{ "properties": {} }
`,
    ],
    good: [
      `{
  "swagger": "2.0"
}
=== README.md ===
# Contoso
`,
      `{
  "swagger": "2.0",
  "info": { "title": "One file that was opened alone" }
}
`,
    ],
  },
});
