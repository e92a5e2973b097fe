import { remove, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "path-param-in-template",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every path parameter occurs in the path.",
  why: "What is entered has no place in the address and is never sent; the validator refuses such a parameter.",
  todo: "Put `{name}` into the path, correct the name (letter case counts), or remove the parameter.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["PathParameterNotDefinedInTemplate"],
  check: {
    parameter({ name, in: location, item, use, operation }, { report }) {
      const { path, parameters } = operation;
      if (location !== "path" || !name || path.includes(`{${name}}`)) return;
      const own = use.node === item.node;
      // Braces that do not pair are what another rule says; the name is there.
      if (path.includes(`{${name}`) || path.includes(`${name}}`)) return;
      const declared = new Set(parameters.filter((one) => one.in === "path").map((one) => one.name));
      const open = [...path.matchAll(/\{([^{}]+)\}/g)]
        .map((match) => match[1] as string)
        .filter((one) => !declared.has(one));
      const meant = open.length === 1 ? open[0] : nearest(name, open);
      report({
        at: own ? item.get("name").place : use.get("$ref").place,
        message: `The path parameter ${name} does not occur in ${path}.`,
        fix:
          own && meant
            ? { title: `Change the name to "${meant}"`, edits: () => setValue(item.get("name"), meant) }
            : { title: `Remove the parameter ${name}`, edits: () => remove(use) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [
        { "name": "idd", "in": "path", "required": true, "type": "string" }
                  ^^^^^ The path parameter idd does not occur in /items/{id}.
      ],
      "get": { "operationId": "GetItem" },
      "delete": {
        "operationId": "RemoveItem",
        "parameters": [
          { "$ref": "#/parameters/Region" }
                    ^^^^^^^^^^^^^^^^^^^^^ The path parameter region does not occur in /items/{id}.
        ]
      }
    }
  },
  "parameters": { "Region": { "name": "region", "in": "path", "required": true, "type": "string" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}({key}": {
      "parameters": [{ "name": "id", "in": "path", "required": true, "type": "string" }],
      "get": {
        "operationId": "GetItem",
        "parameters": [
          { "name": "key", "in": "path", "required": true, "type": "string" },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "", "in": "path" }
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
    "/items/{id}": {
      "parameters": [
        { "name": "id", "in": "path", "required": true, "type": "string" }
      ],
      "get": { "operationId": "GetItem" },
      "delete": {
        "operationId": "RemoveItem",
        "parameters": []
      }
    }
  },
  "parameters": { "Region": { "name": "region", "in": "path", "required": true, "type": "string" } }
}
`,
    ],
  },
});
