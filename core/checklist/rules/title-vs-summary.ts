import { setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "title-vs-summary",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Where a schema has both a title and an x-ms-summary, they are the same.",
  why: "Some places show the one and some the other; makers should not meet two names for one thing.",
  todo: "Write the same in both, or remove the title.",
  source: "Measured on published connectors",
  check: {
    member: {
      title({ part, value, text }, { report }) {
        if (part.name !== "schema" || part.isReference) return;
        const label = part.item.get("x-ms-summary").string;
        if (!text?.trim() || !label?.trim() || text.trim() === label.trim()) return;
        report({
          at: value.place,
          message: `The title of ${partLabel(part)} is "${text}", but its x-ms-summary is "${label}".`,
          fix: { title: `Set the title to "${label}"`, edits: () => setValue(value, label) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Order": { "properties": { "id": { "type": "string", "title": "id", "x-ms-summary": "Order ID" } } }
                                                                  ^^^^ The title of property id is "id", but its x-ms-summary is "Order ID".
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Orders", "x-ms-summary": "Not read here" },
  "definitions": {
    "Order": {
      "properties": {
        "id": { "type": "string", "title": "Order ID", "x-ms-summary": "Order ID" },
        "note": { "type": "string", "title": "Note" },
        "title": { "type": "string", "x-ms-summary": "Title of the order" },
        "none": { "title": "", "x-ms-summary": "None" },
        "half": { "title": , "x-ms-summary": "Half" }
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Order": { "properties": { "id": { "type": "string", "title": "Order ID", "x-ms-summary": "Order ID" } } }
  }
}
`,
    ],
  },
});
