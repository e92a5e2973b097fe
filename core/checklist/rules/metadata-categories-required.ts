import { appendItem, setMember } from "../../syntax/edits.ts";
import { metadataList, metadataPair } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText, memberPlace } from "../swagger.ts";

export default defineRule({
  id: "metadata-categories-required",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector metadata names at least one category.",
  why: "The catalogue sorts connectors by category, and the certification refuses connectors without one.",
  todo: 'Add an entry with the `propertyName` "Categories" and one or two categories as `propertyValue`, separated by a semicolon.',
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const list = metadataList(connector);
      const pair = metadataPair(list, "Categories");
      // Without any entry the rule about the list itself speaks.
      if (pair ? !lacksText(pair, "propertyValue") : !isComplete(list) || !list.children().length) return;
      report({
        at: pair ? memberPlace(pair, "propertyValue") : list.keyPlace,
        message: pair ? "The metadata entry Categories is empty." : "The connector metadata has no entry Categories.",
        fix: {
          title: 'Add the category "Productivity"',
          edits: () =>
            pair
              ? setMember(pair, "propertyValue", "Productivity")
              : appendItem(list, { propertyName: "Categories", propertyValue: "Productivity" }),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
  ^^^^^^^^^^^^^^^^^^^^^^^^^ The connector metadata has no entry Categories.
    { "propertyName": "Website", "propertyValue": "https://example.com" }
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "" }]
                                                                               ^^ The metadata entry Categories is empty.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "categories", "propertyValue": "Productivity;Data" }]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": []
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Website", "propertyValue": "https://example.com" },
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [
    { "propertyName": "Website", "propertyValue": "https://example.com" },
    {
      "propertyName": "Categories",
      "propertyValue": "Productivity"
    }
  ]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "Productivity" }]
}
`,
    ],
  },
});
