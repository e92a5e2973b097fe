import { setMember } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { knownSite, METADATA, metadataList } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacks, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "metadata-required",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition has the list x-ms-connector-metadata.",
  why: "Website, privacy policy and categories of the connector's public page come from it; the certification refuses a definition without it.",
  todo: "Add `x-ms-connector-metadata` at the root: a list of `propertyName` and `propertyValue` for Website, Privacy policy and Categories.",
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors, section Properties",
  codes: ["ConnectorMetadataPropertiesMissing"],
  when: "submission",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const list = metadataList(connector);
      const empty = list.isArray && !list.children().length && isComplete(list);
      const odd = list.exists && !list.isArray && list.kind !== Kind.missing;
      if (!lacks(root, METADATA) && !empty && !odd) return;
      const site = knownSite(connector);
      report({
        at: list.exists ? list.keyPlace : root.keyPlace,
        message: !list.exists
          ? `The definition has no ${METADATA}.`
          : empty
            ? `${METADATA} has no entries.`
            : `${METADATA} has to be a list of entries with propertyName and propertyValue.`,
        fix: {
          title: "Add Website, Privacy policy and Categories",
          edits: () =>
            setMember(root, METADATA, [
              { propertyName: "Website", propertyValue: site },
              { propertyName: "Privacy policy", propertyValue: `${site}/privacy` },
              { propertyName: "Categories", propertyValue: "Productivity" },
            ]),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
^ The definition has no x-ms-connector-metadata.
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "contact": { "url": "https://www.contoso.com/support" }
  }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": []
  ^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-connector-metadata has no entries.
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": { "Website": "https://www.contoso.com" }
  ^^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-connector-metadata has to be a list of entries with propertyName and propertyValue.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Website", "propertyValue": "https://www.contoso.com" }]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata":
`,
      `=== apiProperties.json ===
{ "properties": {} }
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "contact": { "url": "https://www.contoso.com/support" }
  },
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    },
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://www.contoso.com/privacy"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://example.com"
    },
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://example.com/privacy"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://example.com"
    },
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://example.com/privacy"
    },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}
`,
    ],
  },
});
