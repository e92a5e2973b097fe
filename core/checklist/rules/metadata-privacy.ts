import { appendItem, setMember } from "../../syntax/edits.ts";
import { knownSite, metadataList, metadataPair } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText, memberPlace } from "../swagger.ts";

export default defineRule({
  id: "metadata-privacy",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector metadata names the privacy policy of the service.",
  why: "The connector's public page links to it, and the certification refuses connectors without it.",
  todo: 'Add an entry with the `propertyName` "Privacy policy" and the address of the service\'s own policy as `propertyValue`.',
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const list = metadataList(connector);
      const pair = metadataPair(list, "Privacy policy");
      if (pair ? !lacksText(pair, "propertyValue") : !isComplete(list) || !list.children().length) return;
      const propertyValue = `${knownSite(connector)}/privacy`;
      report({
        at: pair ? memberPlace(pair, "propertyValue") : list.keyPlace,
        message: pair
          ? "The metadata entry Privacy policy has no address."
          : "The connector metadata has no entry Privacy policy.",
        fix: {
          title: `Add the privacy policy ${propertyValue}`,
          edits: () =>
            pair
              ? setMember(pair, "propertyValue", propertyValue)
              : appendItem(list, { propertyName: "Privacy policy", propertyValue }),
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
  ^^^^^^^^^^^^^^^^^^^^^^^^^ The connector metadata has no entry Privacy policy.
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    }
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
    { "propertyName": "Privacy policy", "propertyValue": "" }
                                                         ^^ The metadata entry Privacy policy has no address.
  ]
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Privacy Policy", "propertyValue": "https://www.contoso.com/privacy" }
  ]
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Without metadata: another rule says so" }
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
    {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "url": "https://www.contoso.com/support" } },
  "x-ms-connector-metadata": [
    {
      "propertyName": "Website",
      "propertyValue": "https://www.contoso.com"
    },
    {
      "propertyName": "Privacy policy",
      "propertyValue": "https://www.contoso.com/privacy"
    }
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
    { "propertyName": "Privacy policy", "propertyValue": "https://www.contoso.com/privacy" }
  ]
}
`,
    ],
  },
});
