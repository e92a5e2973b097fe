import { insertMember, renameKey } from "../../syntax/edits.ts";
import { isPath, keyPart } from "../paths.ts";
import { defineRule } from "../rule.ts";

/** The query of a path as parameters that are always sent, as before; `undefined` where a part of it is no fixed value. */
function parameters(query: string): Record<string, unknown>[] | undefined {
  if (/[{}#%+]/.test(query)) return undefined;
  const pairs = query.split("&").map((pair) => /^([^=]+)=(.*)$/.exec(pair));
  const added: Record<string, unknown>[] = [];
  for (const pair of pairs) {
    if (!pair || added.some(({ name }) => name === pair[1])) return undefined;
    added.push({
      name: pair[1],
      in: "query",
      required: true,
      type: "string",
      default: pair[2],
      "x-ms-visibility": "internal",
    });
  }
  return added;
}

export default defineRule({
  id: "path-no-query-fragment",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No path contains a query or a fragment.",
  why: "Only what stands before them is a path; the validator refuses `?` and `#` in it.",
  todo: "Declare the values as query parameters; those that never change become internal ones with a default. A sign that belongs to the path is encoded (`%3F`, `%23`).",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationPathMayNotContainQueryOrFragment"],
  check: {
    part: {
      pathItem({ item }, { report }) {
        const at = item.key.search(/[?#]/);
        if (at < 0 || !isPath(item)) return;
        const path = item.key.slice(0, at);
        const added = item.key[at] === "?" ? parameters(item.key.slice(at + 1)) : undefined;
        const free = !item.parent.get(path).isObject && !item.get("parameters").exists;
        report({
          at: keyPart(item, at, item.key.length),
          message: `The path ${path} contains a ${item.key[at] === "?" ? "query" : "fragment"}.`,
          ...(added &&
            free && {
              fix: {
                title: "Move the query into parameters of the path",
                edits: () => [...renameKey(item, path), ...insertMember(item, "parameters", added)],
              },
            }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items?kind=open": {
           ^^^^^^^^^^ The path /items contains a query.
      "get": { "operationId": "ListOpenItems" }
    },
    "/items": { "get": { "operationId": "ListItems" } },
    "/lists#all": { "get": { "operationId": "ListLists" } }
           ^^^^ The path /lists contains a fragment.
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items?kind=open": {
           ^^^^^^^^^^ The path /items contains a query.
      "get": { "operationId": "ListOpenItems" }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items%3F/{id}": {}, "x-notes?": {} }
}
`,
    ],
    fixed: [
      undefined,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListOpenItems" },
      "parameters": [
        {
          "name": "kind",
          "in": "query",
          "required": true,
          "type": "string",
          "default": "open",
          "x-ms-visibility": "internal"
        }
      ]
    }
  }
}
`,
    ],
  },
});
