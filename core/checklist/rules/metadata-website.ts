import { appendItem, setMember } from "../../syntax/edits.ts";
import { knownSite, metadataList, metadataPair } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText, memberPlace } from "../swagger.ts";

export default defineRule({
  id: "metadata-website",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector metadata names the website of the service.",
  why: "The connector's public page links to it, and the certification refuses connectors without it.",
  todo: 'Add an entry with the `propertyName` "Website" and the address of the product as `propertyValue`.',
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const list = metadataList(connector);
      const pair = metadataPair(list, "Website");
      if (pair ? !lacksText(pair, "propertyValue") : !isComplete(list) || !list.children().length) return;
      const propertyValue = knownSite(connector);
      report({
        at: pair ? memberPlace(pair, "propertyValue") : list.keyPlace,
        message: pair ? "The metadata entry Website has no address." : "The connector metadata has no entry Website.",
        fix: {
          title: `Add the website ${propertyValue}`,
          edits: () =>
            pair
              ? setMember(pair, "propertyValue", propertyValue)
              : appendItem(list, { propertyName: "Website", propertyValue }),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "url": "https://www.contoso.com/support" } },
  "x-ms-connector-metadata": [
  ^^^^^^^^^^^^^^^^^^^^^^^^^ The connector metadata has no entry Website.
    {
      "propertyName": "Categories",
      "propertyValue": "Website"
    }
  ]
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "website", "propertyValue": "https://www.contoso.com" }]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": []
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Website", "propertyValue":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "url": "https://www.contoso.com/support" } },
  "x-ms-connector-metadata": [
    {
      "propertyName": "Categories",
      "propertyValue": "Website"
    },
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    }
  ]
}
`,
    ],
  },
});
