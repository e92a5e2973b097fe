import { setValue } from "../../syntax/edits.ts";
import { metadataList, metadataPair } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { completed, isAbsolute } from "../urls.ts";

const LINKS = ["Website", "Privacy policy"];

export default defineRule({
  id: "metadata-url-valid",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Website and privacy policy in the connector metadata are whole addresses of the web.",
  why: "They become links on the connector's public page, and lead nowhere without a correct scheme.",
  todo: "Write the whole address, such as `https://www.example.com/privacy`.",
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const list = metadataList(connector);
      for (const name of LINKS) {
        const value = metadataPair(list, name)?.get("propertyValue");
        const text = value?.string ?? "";
        if (!value || !text.trim() || (isAbsolute(text) && /^https?:/i.test(text))) continue;
        const meant = completed(text);
        report({
          at: value.place,
          message: `The metadata entry ${name} is no address of the web: "${text}".`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "htpts://www.contoso.com" },
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ The metadata entry Website is no address of the web: "htpts://www.contoso.com".
    { "propertyName": "Privacy Policy", "propertyValue": "www.contoso.com/privacy" }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ The metadata entry Privacy policy is no address of the web: "www.contoso.com/privacy".
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "mailto:help@contoso.com" },
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ The metadata entry Website is no address of the web: "mailto:help@contoso.com".
    { "propertyName": "Privacy policy", "propertyValue": "See our page" }
                                                         ^^^^^^^^^^^^^^ The metadata entry Privacy policy is no address of the web: "See our page".
  ]
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "http://www.contoso.com" },
    { "propertyName": "Privacy policy", "propertyValue": "" },
    { "propertyName": "Categories", "propertyValue": "Data" },
    { "propertyName": "Blog", "propertyValue": "blog" }
  ]
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
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://www.contoso.com" },
    { "propertyName": "Privacy Policy", "propertyValue": "https://www.contoso.com/privacy" }
  ]
}
`,
      undefined,
    ],
  },
});
