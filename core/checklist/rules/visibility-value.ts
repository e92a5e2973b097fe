import { remove, setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

const KEY = "x-ms-visibility";
const VALUES = ["important", "advanced", "internal", "none"];
/** What people write where they mean one of them. */
const OTHER_WORDS: Readonly<Record<string, string>> = { hidden: "internal", normal: "none", default: "none" };

export default defineRule({
  id: "visibility-value",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `The extension ${KEY} is important, advanced or internal, in small letters.`,
  why: "Other values are taken for none, and what should be hidden or come first is shown among the rest.",
  todo: "Write one of the three. What is shown as usual needs no such extension.",
  source: "Microsoft Learn, extending an OpenAPI definition; schema of the definition",
  check: {
    member: {
      [KEY]({ part, value, text }, { report }) {
        if (value.kind === Kind.missing || value.kind === Kind.null || VALUES.includes(text ?? "")) return;
        const word = text?.trim().toLowerCase();
        if (word === "") {
          report({
            at: value.place,
            message: `"${KEY}" of ${partLabel(part)} is empty.`,
            fix: { title: `Remove "${KEY}"`, edits: () => remove(value) },
          });
          return;
        }
        const meant = word && (OTHER_WORDS[word] ?? (VALUES.includes(word) ? word : nearest(word, VALUES)));
        report({
          at: value.place,
          message: `"${KEY}" of ${partLabel(part)} has to be important, advanced or internal.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
        });
      },
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
        "x-ms-visibility": "Advanced",
                           ^^^^^^^^^^ "x-ms-visibility" of operation ListItems has to be important, advanced or internal.
        "parameters": [{ "name": "top", "in": "query", "x-ms-visibility": "" }]
                                                                          ^^ "x-ms-visibility" of parameter top is empty.
      },
      "post": { "operationId": "CreateItem", "x-ms-visibility": "hidden" },
                                                                ^^^^^^^^ "x-ms-visibility" of operation CreateItem has to be important, advanced or internal.
      "put": { "operationId": "UpdateItem", "x-ms-visibility": true }
                                                               ^^^^ "x-ms-visibility" of operation UpdateItem has to be important, advanced or internal.
    }
  },
  "definitions": { "Item": { "properties": { "id": { "type": "string", "x-ms-visibility": "importent" } } } }
                                                                                          ^^^^^^^^^^^ "x-ms-visibility" of property id has to be important, advanced or internal.
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
        "x-ms-visibility": "important",
        "parameters": [
          { "name": "top", "in": "query", "x-ms-visibility": "none" },
          { "name": "all", "in": "query", "x-ms-visibility": "advanced" },
          { "name": "tag", "in": "query", "x-ms-visibility": "internal" },
          { "name": "old", "in": "query", "x-ms-visibility": null }
        ],
        "x-own": { "x-ms-visibility": "Whatever" }
      },
      "post": { "operationId": "CreateItem", "x-ms-visibility":  }
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
        "x-ms-visibility": "advanced",
        "parameters": [{ "name": "top", "in": "query" }]
      },
      "post": { "operationId": "CreateItem", "x-ms-visibility": "internal" },
      "put": { "operationId": "UpdateItem", "x-ms-visibility": true }
    }
  },
  "definitions": { "Item": { "properties": { "id": { "type": "string", "x-ms-visibility": "important" } } } }
}
`,
    ],
  },
});
