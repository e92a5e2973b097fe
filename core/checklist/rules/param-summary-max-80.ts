import { setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";
import { shorten } from "../text.ts";

const MAX = 80;

export default defineRule({
  id: "param-summary-max-80",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `The x-ms-summary of a parameter or property has at most ${MAX} characters.`,
  why: "It is the label of the input or of the value, where more does not fit.",
  todo: "Name it in a few words and move the rest into the description. Properties are only warned about.",
  source: "Microsoft Learn, connector string guidance; preparing connector files for certification",
  check: {
    member: {
      "x-ms-summary"({ part, value: summary }, { report }) {
        if (part.name !== "parameter" && part.name !== "schema") return;
        const text = summary.string ?? "";
        if (text.length <= MAX) return;
        const shorter = shorten(text, MAX);
        report({
          at: partPlace(summary, MAX, text.length),
          // Published connectors have longer labels on properties, which the designer then cuts.
          ...(part.name === "schema" && { severity: "warning" }),
          message: `The x-ms-summary of ${partLabel(part)} has ${text.length} characters; ${MAX} are allowed.`,
          ...(shorter && {
            fix: { title: `Shorten it to "${shorter}"`, edits: () => setValue(summary, shorter) },
          }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "parameters": {
    "Top": {
      "name": "top",
      "in": "query",
      "x-ms-summary": "Number of items that the service returns at most, counted over all pages and of all lists"
                                                                                                       ^^^^^^^^^ The x-ms-summary of parameter top has 89 characters; 80 are allowed.
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "properties": {
        "id": { "x-ms-summary": "Number of the item in the list, which stays the same as long as the item exists in it" }
                                                                                                                 ^^^^^ The x-ms-summary of property id has 85 characters; 80 are allowed.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "id": { "x-ms-summary": "Number of the item in the list, which stays the same as long as the item is here" }
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "parameters": {
    "Top": {
      "name": "top",
      "in": "query",
      "x-ms-summary": "Number of items that the service returns at most, counted over all pages"
    }
  },
  "definitions": {
    "Item": {
      "type": "object",
      "properties": {
        "id": { "x-ms-summary": "Number of the item in the list, which stays the same as long as the item exists" }
      }
    }
  }
}
`,
    ],
  },
});
