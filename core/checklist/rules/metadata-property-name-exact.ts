import { setValue } from "../../syntax/edits.ts";
import { metadataList } from "../metadata.ts";
import { defineRule } from "../rule.ts";

const NAMES: ReadonlyMap<string, string> = new Map(
  ["Website", "Privacy policy", "Categories"].map((name) => [name.toLowerCase(), name]),
);

export default defineRule({
  id: "metadata-property-name-exact",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The entries of the connector metadata are called Website, Privacy policy and Categories, in this spelling.",
  why: "They are looked up by their names; another spelling has been accepted often, but nothing says that it always will be.",
  todo: "Correct the spelling.",
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      for (const pair of metadataList(connector).children()) {
        const name = pair.get("propertyName");
        const exact = NAMES.get(name.string?.trim().toLowerCase() ?? "");
        if (exact && exact !== name.string)
          report({
            at: name.place,
            message: `The metadata entry "${name.string}" has to be called "${exact}".`,
            fix: { title: `Rename it to "${exact}"`, edits: () => setValue(name, exact) },
          });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "WebSite", "propertyValue": "https://www.contoso.com" },
                      ^^^^^^^^^ The metadata entry "WebSite" has to be called "Website".
    { "propertyName": "Privacy Policy", "propertyValue": "https://www.contoso.com/privacy" },
                      ^^^^^^^^^^^^^^^^ The metadata entry "Privacy Policy" has to be called "Privacy policy".
    { "propertyName": "categories ", "propertyValue": "Data" }
                      ^^^^^^^^^^^^^ The metadata entry "categories " has to be called "Categories".
  ]
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
    { "propertyName": "Privacy policy", "propertyValue": "https://www.contoso.com/privacy" },
    { "propertyName": "Categories", "propertyValue": "Data" },
    { "propertyName": "Blog" },
    { "propertyName": 1 },
    { "propertyName":  },
    "Website"
  ]
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
    { "propertyName": "Privacy policy", "propertyValue": "https://www.contoso.com/privacy" },
    { "propertyName": "Categories", "propertyValue": "Data" }
  ]
}
`,
    ],
  },
});
