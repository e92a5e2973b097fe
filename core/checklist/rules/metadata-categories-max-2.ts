import { setValue } from "../../syntax/edits.ts";
import { metadataList, metadataPair } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const MAX = 2;

export default defineRule({
  id: "metadata-categories-max-2",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector is in at most two categories.",
  why: "The catalogue shows a connector in two categories at most; the certification refuses more.",
  todo: "Keep the two categories in which people look for the connector.",
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors, section Properties",
  codes: ["TooManyConnectorCategories"],
  when: "submission",
  check: {
    connector(connector, { report }) {
      const value = metadataPair(metadataList(connector), "Categories")?.get("propertyValue");
      if (!value?.isString) return;
      const text = value.string ?? "";
      const names = [...text.matchAll(/[^;\s](?:[^;]*[^;\s])?/g)];
      const first = names[MAX];
      const last = names.at(-1);
      if (!first || !last) return;
      const kept = names
        .slice(0, MAX)
        .map((name) => name[0])
        .join(";");
      report({
        at: partPlace(value, first.index, last.index + last[0].length),
        message: `The connector is in ${names.length} categories; ${MAX} are allowed.`,
        fix: { title: `Keep "${kept}"`, edits: () => setValue(value, kept) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "AI; Data ;Security; IT Operations" }]
                                                                                          ^^^^^^^^^^^^^^^^^^^^^^^ The connector is in 4 categories; 2 are allowed.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "AI;Data; ;" }]
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Categories", "propertyValue": "AI;Data" }]
}
`,
    ],
  },
});
