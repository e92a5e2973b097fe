import { insertMember, setMember, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

/** Whether a schema is what a response gives as a whole; a shared schema may be used as that. */
function isWhole(item: Item): boolean {
  const { key, parent } = item;
  if (parent.key === "definitions") return true;
  return key === "schema" && !parent.get("in").exists;
}

export default defineRule({
  id: "param-file-formdata",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The type file is used for form data and for whole responses only.",
  why: "Swagger has files as parts of a form and as a complete answer; anywhere else the type is refused.",
  todo: 'Send a file as `formData`. In a body or a property write `"type": "string"` with the format binary or byte.',
  source: "Microsoft Learn, swagger validator errors, sections Operations and Properties; Swagger 2.0",
  codes: ["FileParameterMustBeInFormData", "SchemaTypeFileNotValid"],
  check: {
    member: {
      type({ part, text }, { report }) {
        const { item, name } = part;
        if (text !== "file") return;
        const type = item.get("type");
        const location = item.get("in").string;
        if (name === "parameter" && location && location !== "formData" && location !== "body")
          report({
            at: type.place,
            message: `The ${location} ${partLabel(part)} is a file, which only form data can be.`,
          });
        else if (name === "schema" && !isWhole(item))
          report({
            at: type.place,
            message: `The type file is not possible for ${partLabel(part)}.`,
            fix: {
              title: 'Set the type to "string" with the format "binary"',
              edits: () => [
                ...setValue(type, "string"),
                ...(item.get("format").exists
                  ? setMember(item, "format", "binary")
                  : insertMember(item, "format", "binary", "type")),
              ],
            },
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
        "operationId": "SendFile",
        "parameters": [
          { "name": "file", "in": "query", "type": "file" },
                                                   ^^^^^^ The query parameter file is a file, which only form data can be.
          { "name": "body", "in": "body", "schema": { "type": "file" } }
                                                              ^^^^^^ The type file is not possible for the schema of parameter body.
        ]
      }
    }
  },
  "definitions": {
    "Mail": { "type": "object", "properties": { "attachment": { "type": "file", "format": "x" } } }
                                                                        ^^^^^^ The type file is not possible for property attachment.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "operationId": "SendFile",
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }],
        "responses": { "200": { "description": "OK", "schema": { "type": "file" } } }
      }
    }
  },
  "definitions": {
    "File": { "type": "file" },
    "Kind": { "type": "object", "properties": { "type": { "type": "string", "default": "file" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "operationId": "SendFile",
        "parameters": [
          { "name": "file", "in": "query", "type": "file" },
          { "name": "body", "in": "body", "schema": { "type": "string", "format": "binary" } }
        ]
      }
    }
  },
  "definitions": {
    "Mail": { "type": "object", "properties": { "attachment": { "type": "string", "format": "binary" } } }
  }
}
`,
    ],
  },
});
