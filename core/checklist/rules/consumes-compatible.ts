import { setMember } from "../../syntax/edits.ts";
import { bareType } from "../media-types.ts";
import { defineRule } from "../rule.ts";
import { operationName, swaggerRoot } from "../swagger.ts";

const MULTIPART = "multipart/form-data";
const ENCODED = "application/x-www-form-urlencoded";

export default defineRule({
  id: "consumes-compatible",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation with form data consumes a form, and one with files a form in parts.",
  why: "The content is written in the way that `consumes` says; a file does not fit into JSON or into an encoded form, and the call fails.",
  todo: `Set \`consumes\` of the operation to ["${MULTIPART}"] for files, or to ["${ENCODED}"] for fields alone.`,
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["MimeTypeNotCompatibleWithRequestContentSchemaType", "StringBinaryNotSupportedForFormUrlEncoded"],
  check: {
    operation(operation, { connector, report }) {
      const { item, parameters } = operation;
      const form = parameters.filter((parameter) => parameter.in === "formData");
      if (!form.length) return;
      const own = item.get("consumes");
      const list = own.exists ? own : swaggerRoot(connector).get("consumes");
      const types = list.strings().map(bareType);
      // Where nothing is said, another rule asks for it.
      if (!types.length || types.includes(MULTIPART)) return;
      const isFile = (type: string | undefined, format: string | undefined): boolean =>
        type === "file" || (type === "string" && format === "binary");
      const file = form.find(({ schema }) => isFile(schema.get("type").string, schema.get("format").string));
      if (!file && types.includes(ENCODED)) return;
      const wanted = file ? MULTIPART : ENCODED;
      const [first] = form;
      report({
        at: own.exists ? own.keyPlace : item.keyPlace,
        message: file
          ? `Operation ${operationName(operation)} sends the file ${file.name}, but consumes ${types.join(", ")}.`
          : `Operation ${operationName(operation)} sends form data (${first?.name}), but consumes ${types.join(", ")}.`,
        fix: {
          title: `Set consumes to ["${wanted}"]`,
          edits: () => setMember(item, "consumes", [wanted], "operationId"),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "paths": {
    "/files": {
      "post": {
      ^^^^^^ Operation SendFile sends the file file, but consumes application/json.
        "operationId": "SendFile",
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }]
      },
      "put": {
        "operationId": "SetFile",
        "consumes": ["application/x-www-form-urlencoded"],
        ^^^^^^^^^^ Operation SetFile sends the file data, but consumes application/x-www-form-urlencoded.
        "parameters": [{ "name": "data", "in": "formData", "type": "string", "format": "binary" }]
      },
      "patch": {
      ^^^^^^^ Operation RenameFile sends form data (title), but consumes application/json.
        "operationId": "RenameFile",
        "parameters": [{ "name": "title", "in": "formData", "type": "string" }]
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "paths": {
    "/files": {
      "post": {
        "operationId": "SendFile",
        "consumes": ["multipart/form-data; charset=utf-8"],
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }]
      },
      "put": {
        "operationId": "SetFile",
        "consumes": ["application/x-www-form-urlencoded", "application/json"],
        "parameters": [{ "name": "title", "in": "formData", "type": "string" }]
      },
      "patch": { "operationId": "ChangeFile", "parameters": [{ "name": "body", "in": "body" }] }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": { "operationId": "SendFile", "parameters": [{ "name": "file", "in": "formData", "type": "file" }] }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "paths": {
    "/files": {
      "post": {
        "operationId": "SendFile",
        "consumes": [
          "multipart/form-data"
        ],
        "parameters": [{ "name": "file", "in": "formData", "type": "file" }]
      },
      "put": {
        "operationId": "SetFile",
        "consumes": [
          "multipart/form-data"
        ],
        "parameters": [{ "name": "data", "in": "formData", "type": "string", "format": "binary" }]
      },
      "patch": {
        "operationId": "RenameFile",
        "consumes": [
          "application/x-www-form-urlencoded"
        ],
        "parameters": [{ "name": "title", "in": "formData", "type": "string" }]
      }
    }
  }
}
`,
    ],
  },
});
