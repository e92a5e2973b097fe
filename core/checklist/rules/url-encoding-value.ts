import { setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

const KEY = "x-ms-url-encoding";
const VALUES = ["single", "double"];

export default defineRule({
  id: "url-encoding-value",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `The extension ${KEY} is single or double.`,
  why: "It says how often a value is encoded before it gets into the address; the platform knows these two ways only.",
  todo: 'Write "single", which is the default, or "double" where values contain slashes that the service expects encoded.',
  source: "Microsoft Learn, extending an OpenAPI definition; schema of the definition",
  check: {
    member: {
      [KEY]({ part, value }, { report }) {
        if (part.name !== "parameter" && part.name !== "operation") return;
        if (value.kind === Kind.missing || VALUES.includes(value.string ?? "")) return;
        const meant = VALUES.find((one) => one === value.string?.trim().toLowerCase()) ?? "single";
        report({
          at: value.place,
          message: `"${KEY}" of ${partLabel(part)} has to be single or double.`,
          fix: { title: `Set it to "${meant}"`, edits: () => setValue(value, meant) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}/{key}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "none" },
                                                                                               ^^^^^^ "x-ms-url-encoding" of parameter id has to be single or double.
        { "name": "key", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "Double" }
                                                                                                ^^^^^^^^ "x-ms-url-encoding" of parameter key has to be single or double.
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
    "/items/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "x-ms-url-encoding": "single" },
        { "name": "key", "in": "query", "x-ms-url-encoding": "double" },
        { "name": "top", "in": "query", "default": { "x-ms-url-encoding": "none" } }
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
    "/items/{id}/{key}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "single" },
        { "name": "key", "in": "path", "required": true, "type": "string", "x-ms-url-encoding": "double" }
      ]
    }
  }
}
`,
    ],
  },
});
