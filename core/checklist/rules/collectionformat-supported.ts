import { setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "collectionformat-supported",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Lists are sent with the values separated by commas.",
  why: "The platform writes lists in this one way; any other `collectionFormat`, multi above all, is refused.",
  todo: 'Write "csv" or leave `collectionFormat` out. A service that expects something else gets it from a policy or from text that the maker enters.',
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["CollectionFormatValueNotSupported"],
  check: {
    member: {
      collectionFormat({ part, value }, { report }) {
        if (part.name !== "parameter" && part.name !== "items" && part.name !== "header") return;
        if (!value.string || value.string === "csv") return;
        report({
          at: value.place,
          message: `The collectionFormat "${value.string}" of ${partLabel(part)} is not supported.`,
          fix: { title: 'Replace it by "csv"', edits: () => setValue(value, "csv") },
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
      "parameters": [
        { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "multi" }
                                                                                                            ^^^^^^^ The collectionFormat "multi" of parameter ids is not supported.
      ]
    }
  },
  "parameters": {
    "Rows": {
      "name": "rows",
      "in": "query",
      "type": "array",
      "items": { "type": "array", "items": { "type": "string" }, "collectionFormat": "ssv" }
                                                                                     ^^^^^ The collectionFormat "ssv" of the item schema is not supported.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "csv" },
        { "name": "tags", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "" }
      ]
    }
  },
  "definitions": { "Item": { "properties": { "collectionFormat": { "type": "string", "default": "multi" } } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "ids", "in": "query", "type": "array", "items": { "type": "string" }, "collectionFormat": "csv" }
      ]
    }
  },
  "parameters": {
    "Rows": {
      "name": "rows",
      "in": "query",
      "type": "array",
      "items": { "type": "array", "items": { "type": "string" }, "collectionFormat": "csv" }
    }
  }
}
`,
    ],
  },
});
