import { insertMember, setMember } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacks, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "has-operations",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector has at least one operation.",
  why: "Without operations there is nothing that a flow or an app could use.",
  todo: "Add a path with an operation to `paths`.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    connector(connector, { report }) {
      if (connector.operations.length) return;
      const root = swaggerRoot(connector);
      const paths = root.get("paths");
      if (paths.isObject ? !isComplete(paths) : !lacks(root, "paths")) return;
      // A path or an operation whose value is still being typed is on its way.
      const open = paths.children().flatMap((path) => [path, ...path.children()]);
      if (open.some((item) => item.kind === Kind.missing || (item.isObject && !isComplete(item)))) return;
      const path = {
        get: {
          operationId: "ListItems",
          summary: "List items",
          description: "Lists all items.",
          responses: { "200": { description: "OK", schema: { type: "object" } } },
        },
      };
      report({
        at: paths.exists ? paths.keyPlace : root.keyPlace,
        message: "The connector has no operations.",
        fix: {
          title: "Add an operation to start from",
          edits: () =>
            paths.isObject ? insertMember(paths, "/items", path) : setMember(root, "paths", { "/items": path }),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {}
  ^^^^^^^ The connector has no operations.
}
`,
      `{
^ The connector has no operations.
  "swagger": "2.0",
  "info": { "title": "Contoso" }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId": "ListItems", "x-ms-visibility": "internal" } } }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get":
`,
      `=== apiProperties.json ===
{ "properties": {} }
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List items",
        "description": "Lists all items.",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object"
            }
          }
        }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso" },
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List items",
        "description": "Lists all items.",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object"
            }
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
