import { remove } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

const LOCATIONS = ["path", "header", "body"];

export default defineRule({
  id: "param-allowemptyvalue",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Only query parameters and form data allow empty values.",
  why: "A path, a header or a body with an empty value is one that is missing; the validator refuses `allowEmptyValue` there.",
  todo: "Remove `allowEmptyValue`.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["AllowEmptyValueOnlyValidForQueryFormData"],
  check: {
    member: {
      allowEmptyValue({ part, value }, { report }) {
        const { item } = part;
        const location = item.get("in").string ?? "";
        // In a body it is one of the members that belong into the schema, which its own rule says.
        if (
          part.name !== "parameter" ||
          !LOCATIONS.includes(location) ||
          (location === "body" && item.get("schema").isObject)
        )
          return;
        report({
          at: value.keyPlace,
          message: `The ${location} ${partLabel(part)} cannot allow an empty value.`,
          fix: { title: 'Remove "allowEmptyValue"', edits: () => remove(value) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string", "allowEmptyValue": true },
                                                                          ^^^^^^^^^^^^^^^^^ The path parameter id cannot allow an empty value.
        { "name": "x-kind", "in": "header", "allowEmptyValue": false, "type": "string" }
                                            ^^^^^^^^^^^^^^^^^ The header parameter x-kind cannot allow an empty value.
      ]
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
        { "name": "kind", "in": "query", "type": "string", "allowEmptyValue": true },
        { "name": "note", "in": "formData", "type": "string", "allowEmptyValue": true },
        { "name": "new", "allowEmptyValue": true }
      ]
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string" },
        { "name": "x-kind", "in": "header", "type": "string" }
      ]
    }
  }
}
`,
    ],
  },
});
