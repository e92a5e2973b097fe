import { setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { misspelt, spelt } from "../abbreviations.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { isVisible, operationName, parameterName, partPlace } from "../swagger.ts";

function look(item: Item, owner: string, report: RuleContext["report"]): void {
  const text = item.string ?? "";
  const [first, ...others] = misspelt(text);
  if (!first) return;
  const words = [first, ...others].map(({ word, right }) => `"${right}" and not "${word}"`).join(", ");
  const better = spelt(text);
  report({
    at: partPlace(item, first.at, first.at + first.word.length),
    message: `The ${item.key} of ${owner} should have ${words}.`,
    fix: { title: `Change it to "${better}"`, edits: () => setValue(item, better) },
  });
}

export default defineRule({
  id: "param-abbreviations-upper",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Abbreviations such as ID and URL are in capitals in the names of operations and parameters.",
  why: "Translators and their tools take Id and Url for words.",
  todo: "Write ID, URL, API, PDF and the like in capitals.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    operation(operation, { report }) {
      if (!operation.internal) look(operation.summary, operationName(operation), report);
    },
    parameter(parameter, { report }) {
      if (isVisible(parameter))
        look(
          parameter.summary,
          parameterName(parameter).replace(/^./, (letter) => letter.toLowerCase()),
          report,
        );
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
        "summary": "List ids of items by url",
                         ^^^ The summary of ListItems should have "IDs" and not "ids", "URL" and not "url".
        "parameters": [
          { "name": "id", "in": "query", "x-ms-summary": "Item Id" },
                                                               ^^ The x-ms-summary of parameter id of ListItems should have "ID" and not "Id".
          { "$ref": "#/parameters/Url" }
        ]
      }
    }
  },
  "parameters": { "Url": { "name": "url", "in": "query", "x-ms-summary": "Api Url's" } }
                                                                          ^^^ The x-ms-summary of shared parameter url should have "API" and not "Api", "URL" and not "Url".
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
        "summary": "List IDs of ideas, IDS and idle apiaries",
        "parameters": [
          { "name": "id", "in": "query", "x-ms-summary": "Item ID (PDFs)" },
          { "name": "url", "in": "query", "x-ms-summary": "Url", "x-ms-visibility": "internal" },
          { "name": "body", "in": "body", "x-ms-summary": "Url" },
          { "name": "e", "in": "query", "x-ms-summary":  }
        ]
      },
      "put": { "operationId": "PutItem", "x-ms-visibility": "internal", "summary": "Put Id" }
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
        "summary": "List IDs of items by URL",
        "parameters": [
          { "name": "id", "in": "query", "x-ms-summary": "Item ID" },
          { "$ref": "#/parameters/Url" }
        ]
      }
    }
  },
  "parameters": { "Url": { "name": "url", "in": "query", "x-ms-summary": "API URL's" } }
}
`,
    ],
  },
});
