import { remove } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "response-headers-unique",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A response describes each header once, capitals aside.",
  why: "The names of headers know no capitals: of two descriptions of one header only one can hold.",
  todo: "Remove one of the two.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["ResponseHeadersAreNotUnique"],
  check: {
    part: {
      response(part, { report }) {
        const first = new Map<string, string>();
        for (const header of part.item.get("headers").children()) {
          const name = header.key.toLowerCase();
          const owner = first.get(name);
          if (owner === undefined) first.set(name, header.key);
          // The same key once more is a repetition that the rule about the text itself tells.
          else if (owner !== header.key)
            report({
              at: header.keyPlace,
              message: `The header ${header.key} of ${partLabel(part)} is described as ${owner} already.`,
              fix: { title: `Remove ${header.key}`, edits: () => remove(header) },
            });
        }
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
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "ETag": { "type": "string" }, "Etag": { "type": "string" } }
                                                       ^^^^^^ The header Etag of response 200 is described as ETag already.
          }
        }
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
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": { "description": "OK", "headers": { "ETag": { "type": "string" }, "X-ETag": { "type": "string" } } },
          "304": { "description": "Not Modified", "headers": { "Etag": { "type": "string" } } }
        }
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
        "responses": {
          "200": {
            "description": "OK",
            "headers": { "ETag": { "type": "string" } }
          }
        }
      }
    }
  }
}
`,
    ],
  },
});
