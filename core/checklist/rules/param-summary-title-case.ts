import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isVisible, parameterName, partPlace } from "../swagger.ts";
import { titleFromName } from "../text.ts";
import { saysSame, titleCase } from "../wording.ts";

/** A small letter at the start; names such as iPhone have a capital behind it. */
const SMALL = /^\p{Ll}(?!\p{Lu})/u;
/** An identifier instead of words: `customerId`, `customer_id`. */
const NAME = /^[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/;

export default defineRule({
  id: "param-summary-title-case",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The x-ms-summary of a parameter is in title case.",
  why: "It is a label, and labels that are all written alike are read more easily.",
  todo: "Begin the words with capitals, small ones such as of and to aside: Date of Birth.",
  source: "Microsoft Learn, connector string guidance; extending an OpenAPI definition",
  check: {
    parameter(parameter, { report }) {
      const { summary } = parameter;
      const text = summary.string ?? "";
      if (!SMALL.test(text) || !isVisible(parameter)) return;
      const label = NAME.test(text) ? titleFromName(text) : titleCase(text);
      report({
        at: partPlace(summary, 0, 1),
        message: `The x-ms-summary "${text}" of ${parameterName(parameter).replace(/^./, (letter) => letter.toLowerCase())} begins with a small letter.`,
        // A label that the description only repeats would be no better.
        ...(!SMALL.test(label) &&
          !saysSame(label, parameter.description.string ?? "") && {
            fix: { title: `Change it to "${label}"`, edits: () => setValue(summary, label) },
          }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "date of the item's birth" },
                                                         ^ The x-ms-summary "date of the item's birth" of parameter a of ListItems begins with a small letter.
          { "name": "b", "in": "query", "x-ms-summary": "customerId" },
                                                         ^ The x-ms-summary "customerId" of parameter b of ListItems begins with a small letter.
          { "$ref": "#/parameters/Top" }
        ]
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "x-ms-summary": "top count (url)" } }
                                                                          ^ The x-ms-summary "top count (url)" of shared parameter top begins with a small letter.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "Item of the day" },
          { "name": "b", "in": "query", "x-ms-summary": "iPhone" },
          { "name": "c", "in": "query", "x-ms-summary": "hidden", "x-ms-visibility": "internal" },
          { "name": "d", "in": "body", "x-ms-summary": "body" },
          { "name": "e", "in": "query", "x-ms-summary": "2nd item" },
          { "name": "f", "in": "query", "x-ms-summary":  }
        ]
      },
      "put": {
        "operationId": "PutItem",
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "a", "in": "query", "x-ms-summary": "item" }]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "Date of the Item's Birth" },
          { "name": "b", "in": "query", "x-ms-summary": "Customer ID" },
          { "$ref": "#/parameters/Top" }
        ]
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "x-ms-summary": "Top Count (URL)" } }
}
`,
    ],
  },
});
