import type { TextEdit } from "../../syntax/source.ts";
import { metadataList, metadataPair } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";
import { nearest } from "../text.ts";

const CATEGORIES = [
  "AI",
  "Business Management",
  "Business Intelligence",
  "Collaboration",
  "Commerce",
  "Communication",
  "Content and Files",
  "Finance",
  "Data",
  "Human Resources",
  "Internet of Things",
  "IT Operations",
  "Lifestyle and Entertainment",
  "Marketing",
  "Productivity",
  "Sales and CRM",
  "Security",
  "Social Media",
  "Website",
];

export default defineRule({
  id: "metadata-categories-valid",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every category of the connector is one of the fixed list, in its spelling.",
  why: "The catalogue sorts connectors by these categories only; the certification refuses any other.",
  todo: `Separate categories by a semicolon and use: ${CATEGORIES.join(", ")}.`,
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors, section Properties",
  codes: ["InvalidConnectorCategory"],
  when: "submission",
  check: {
    connector(connector, { report }) {
      const value = metadataPair(metadataList(connector), "Categories")?.get("propertyValue");
      if (!value?.isString) return;
      for (const match of (value.string ?? "").matchAll(/[^;]+/g)) {
        const name = match[0].trim();
        if (!name || CATEGORIES.includes(name)) continue;
        const from = match.index + match[0].indexOf(name);
        const at = partPlace(value, from, from + name.length);
        const meant = nearest(name, CATEGORIES);
        const narrow = at.end - at.start === name.length;
        const edits = (): TextEdit[] => [{ path: at.file.path, start: at.start, end: at.end, newText: meant ?? name }];
        report({
          at,
          message: `"${name}" is none of the categories.`,
          ...(meant && narrow && { fix: { title: `Replace it by "${meant}"`, edits } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "AI;website" }]
                                                                                   ^^^^^^^ "website" is none of the categories.
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "Customer Data Platform; Data" }]
                                                                                ^^^^^^^^^^^^^^^^^^^^^^ "Customer Data Platform" is none of the categories.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "Sales and CRM; IT Operations" }]
}
`,
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Website", "propertyValue": "https://www.contoso.com" }]
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "AI;Website" }]
}
`,
      undefined,
    ],
  },
});
