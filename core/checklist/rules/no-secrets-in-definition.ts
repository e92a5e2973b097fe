import { setValue } from "../../syntax/edits.ts";
import { Item } from "../../syntax/item.ts";
import { membersOf, partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isSecretName, KNOWN_SECRET, looksRandom } from "../secrets.ts";
import { swaggerRoot } from "../swagger.ts";

const DUMMY = "[[DUMMY]]";

export default defineRule({
  id: "no-secrets-in-definition",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition holds no keys, tokens or passwords.",
  why: "The file is public once the connector is submitted, and a secret in it has to be revoked.",
  todo: "Write `[[DUMMY]]` or leave the value out; what a connection needs belongs into its parameters.",
  source: "Read-me of the connectors repository; Microsoft Learn, preparing connector files for certification",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const { tree, text } = root.file;
      if (!tree || !root.exists) return;
      const told = new Set<number>();
      for (const match of text.matchAll(new RegExp(KNOWN_SECRET, "g"))) {
        const item = new Item(root.file, tree.innermost(match.index));
        // Test values have a rule of their own.
        if (!item.isString || item.key === "x-ms-test-value") continue;
        told.add(item.node);
        const at = { ...item.place, start: match.index, end: match.index + match[0].length };
        report({
          at,
          message: `"${item.key || item.parent.key}" holds what looks like a real secret.`,
          fix: {
            title: `Replace it by "${DUMMY}"`,
            edits: () => [{ path: root.file.path, start: at.start, end: at.end, newText: DUMMY }],
          },
        });
      }
      for (const key of ["default", "example", "x-example"])
        for (const { part, value } of membersOf(connector, key)) {
          const name = part.name === "schema" ? part.item.key : (part.item.get("name").string ?? "");
          if (value.string === undefined || told.has(value.node) || !isSecretName(name) || !looksRandom(value.string))
            continue;
          report({
            at: value.place,
            message: `"${key}" of ${partLabel(part)} looks like a real secret.`,
            fix: { title: `Replace it by "${DUMMY}"`, edits: () => setValue(value, DUMMY) },
          });
        }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "description": "Call with glpat-not-a-real-token-123 to try." },
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ "description" holds what looks like a real secret.
  "paths": {
    "/items": {
      "parameters": [
        { "name": "api_key", "in": "query", "type": "string", "default": "a81bc81bdead4e5dabff90865d1e13b1" }
                                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "default" of parameter api_key looks like a real secret.
      ]
    }
  },
  "definitions": { "Login": { "properties": { "password": { "type": "string", "example": "Winter2024!Rain" } } } }
                                                                                         ^^^^^^^^^^^^^^^^^ "example" of property password looks like a real secret.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "api_key", "in": "query", "type": "string", "default": "YOUR_API_KEY_1234567" },
        { "name": "access_token", "in": "query", "type": "string", "default": "[[DUMMY]]" },
        { "name": "key", "in": "query", "type": "string", "default": "a81bc81bdead4e5dabff90865d1e13b1" },
        { "name": "password", "in": "query", "type": "string", "default": "secret" },
        { "name": "x", "in": "query", "type": "string", "x-ms-test-value": "glpat-not-a-real-token-123" }
      ]
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "description": "Call with [[DUMMY]] to try." },
  "paths": {
    "/items": {
      "parameters": [
        { "name": "api_key", "in": "query", "type": "string", "default": "[[DUMMY]]" }
      ]
    }
  },
  "definitions": { "Login": { "properties": { "password": { "type": "string", "example": "[[DUMMY]]" } } } }
}
`,
    ],
  },
});
