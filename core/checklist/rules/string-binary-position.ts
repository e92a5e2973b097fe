import { setValue } from "../../syntax/edits.ts";
import { type Part, partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

/** Whether a part is a whole body, a whole response or a part of a form; a definition may be used as one. */
function isWhole({ item, name, isShared }: Part): boolean {
  if (name === "parameter") return item.get("in").string === "formData";
  return name === "schema" && (isShared || item.key === "schema");
}

export default defineRule({
  id: "string-binary-position",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The format binary stands only where a whole body or a part of a form is binary.",
  why: "JSON and addresses cannot hold raw bytes; the platform refuses the format anywhere else.",
  todo: "Write the format `byte`, which is base64, for bytes within an object.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["InvalidStringBinaryProperty"],
  check: {
    member: {
      format({ part, value, text }, { report }) {
        if (text !== "binary" || part.item.get("type").string !== "string" || isWhole(part) || part.isReference) return;
        report({
          at: value.place,
          message: `The format "binary" of ${partLabel(part)} is only possible for a whole body or a part of a form.`,
          fix: { title: 'Replace it by "byte"', edits: () => setValue(value, "byte") },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "parameters": [
          { "name": "hash", "in": "query", "type": "string", "format": "binary" },
                                                                       ^^^^^^^^ The format "binary" of parameter hash is only possible for a whole body or a part of a form.
          { "name": "body", "in": "body", "schema": { "type": "array", "items": { "type": "string", "format": "binary" } } }
                                                                                                              ^^^^^^^^ The format "binary" of the item schema is only possible for a whole body or a part of a form.
        ]
      }
    }
  },
  "definitions": { "File": { "properties": { "content": { "type": "string", "format": "binary" } } } }
                                                                                      ^^^^^^^^ The format "binary" of property content is only possible for a whole body or a part of a form.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "parameters": [{ "name": "body", "in": "body", "schema": { "type": "string", "format": "binary" } }],
        "responses": { "200": { "schema": { "type": "string", "format": "binary" } } }
      },
      "put": { "parameters": [{ "name": "file", "in": "formData", "type": "string", "format": "binary" }] }
    }
  },
  "definitions": { "File": { "type": "string", "format": "binary" } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "parameters": [
          { "name": "hash", "in": "query", "type": "string", "format": "byte" },
          { "name": "body", "in": "body", "schema": { "type": "array", "items": { "type": "string", "format": "byte" } } }
        ]
      }
    }
  },
  "definitions": { "File": { "properties": { "content": { "type": "string", "format": "byte" } } } }
}
`,
    ],
  },
});
