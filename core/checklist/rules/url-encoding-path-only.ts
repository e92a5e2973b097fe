import { remove } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

const KEY = "x-ms-url-encoding";

export default defineRule({
  id: "url-encoding-path-only",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `Only path parameters have ${KEY}.`,
  why: "Values in queries are always encoded once, and those in headers and bodies never; the extension is not looked at there.",
  todo: "Remove it from queries, headers, form data and bodies.",
  source: "Microsoft Learn, swagger validator errors, section Parameters; extending an OpenAPI definition",
  codes: ["QueryParameterEncodingNotSupported"],
  check: {
    member: {
      [KEY]({ part, value }, { report }) {
        const location = part.item.get("in").string;
        if (part.name !== "parameter" || !location || location === "path") return;
        report({
          at: value.keyPlace,
          message: `${KEY} has no effect on ${partLabel(part)}, which is sent in ${location === "formData" ? "form data" : `the ${location}`}.`,
          fix: { title: `Remove ${KEY}`, edits: () => remove(value) },
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
        "parameters": [
          { "name": "filter", "in": "query", "type": "string", "x-ms-url-encoding": "single" },
                                                               ^^^^^^^^^^^^^^^^^^^ x-ms-url-encoding has no effect on parameter filter, which is sent in the query.
          { "name": "kind", "x-ms-url-encoding": "double", "in": "header", "type": "string" }
                            ^^^^^^^^^^^^^^^^^^^ x-ms-url-encoding has no effect on parameter kind, which is sent in the header.
        ]
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "get": {
        "operationId": "GetItem",
        "x-ms-url-encoding": "single",
        "parameters": [
          { "name": "id", "in": "path", "type": "string", "x-ms-url-encoding": "single" },
          { "name": "kind", "x-ms-url-encoding": "single", "in":  },
          { "name": "other", "x-ms-url-encoding": "single" }
        ]
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
          { "name": "filter", "in": "query", "type": "string" },
          { "name": "kind", "in": "header", "type": "string" }
        ]
      }
    }
  }
}
`,
    ],
  },
});
