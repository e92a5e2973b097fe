import { remove, setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { nearest } from "../text.ts";

const FORMATS = [
  ...["int32", "int64", "float", "double"],
  ...["byte", "binary", "date", "date-time", "date-no-tz", "password", "email", "html", "uri", "uuid"],
];
const KNOWN = new Set(FORMATS);
/** Other names of known formats, in small letters and without signs. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  guid: "uuid",
  url: "uri",
  decimal: "double",
  datetime: "date-time",
  base64: "byte",
};
const SIGNS = /[^a-z0-9]/g;

export default defineRule({
  id: "schema-type-known",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every format is one that the platform knows.",
  why: "The platform passes over a format that it does not know, and the validator warns about it.",
  todo: `Write one of ${FORMATS.join(", ")}, or leave the format out.`,
  source: "Microsoft Learn, swagger validator errors, section Operations; schema of the definition",
  codes: ["UnrecognizedTypeFormat"],
  check: {
    member: {
      format({ part, value, text }, { report }) {
        // An empty format changes nothing.
        if (!text?.trim() || KNOWN.has(text) || part.isReference) return;
        const plain = text.toLowerCase().replace(SIGNS, "");
        const meant = OTHER_NAMES[plain] ?? nearest(text.trim(), FORMATS);
        const removal: FixDraft = { title: "Remove the format", edits: () => remove(value) };
        report({
          at: value.place,
          message: `The format "${text}" of ${partLabel(part)} is not known.${meant ? ` Did you mean "${meant}"?` : ""}`,
          fix: meant ? [{ title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) }, removal] : removal,
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "parameters": [{ "name": "id", "in": "query", "type": "string", "format": "guid" }] } }
                                                                                                   ^^^^^^ The format "guid" of parameter id is not known. Did you mean "uuid"?
  },
  "definitions": {
    "Item": {
      "properties": {
        "when": { "type": "string", "format": "DateTime" },
                                              ^^^^^^^^^^ The format "DateTime" of property when is not known. Did you mean "date-time"?
        "kind": { "type": "string", "format": "enum" },
                                              ^^^^^^ The format "enum" of property kind is not known.
        "size": { "type": "array", "items": { "type": "integer", "format": "Int32" } }
                                                                           ^^^^^^^ The format "Int32" of the item schema is not known. Did you mean "int32"?
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
        "when": { "type": "string", "format": "date-no-tz" },
        "id": { "type": "string", "format": "uuid" },
        "half": { "type": "string", "format":  },
        "none": { "type": "string", "format": "" },
        "format": { "type": "string", "enum": ["guid"] }
      },
      "example": { "format": "anything" }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "parameters": [{ "name": "id", "in": "query", "type": "string", "format": "uuid" }] } }
  },
  "definitions": {
    "Item": {
      "properties": {
        "when": { "type": "string", "format": "date-time" },
        "kind": { "type": "string" },
        "size": { "type": "array", "items": { "type": "integer", "format": "int32" } }
      }
    }
  }
}
`,
    ],
  },
});
