import { setValue } from "../../syntax/edits.ts";
import { Item, within } from "../../syntax/item.ts";
import { type Member, partLabel } from "../document.ts";
import { defineRule, forKeys } from "../rule.ts";
import { isSecretName, KNOWN_SECRET, looksRandom } from "../secrets.ts";

const DUMMY = "[[DUMMY]]";
const SECRETS = new RegExp(KNOWN_SECRET, "g");

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
    entity({ kind, item }, { report }) {
      // The strings of the skeleton are entities of their own.
      if (kind === "document" || kind === "file") return;
      const { file, source } = item;
      const { tree } = file;
      if (!tree) return;
      for (const match of source.matchAll(SECRETS)) {
        const start = tree.start(item.node) + match.index;
        const found = new Item(file, tree.innermost(start));
        // Test values have a rule of their own.
        if (!found.isString || found.key === "x-ms-test-value") continue;
        const from = start - tree.start(found.node);
        const at = within(found.place, from, from + match[0].length);
        report({
          at,
          message: `"${found.key || found.parent.key}" holds what looks like a real secret.`,
          fix: {
            title: `Replace it by "${DUMMY}"`,
            edits: () => [{ path: file.path, start: at.start, end: at.end, newText: DUMMY }],
          },
        });
      }
    },
    member: forKeys<Member>(["default", "example", "x-example"], ({ part, value, text }, { report }) => {
      if (text === undefined || !looksRandom(text)) return;
      const name = part.name === "schema" ? part.item.key : (part.item.get("name").string ?? "");
      // What is known by its shape is reported already.
      if (!isSecretName(name) || KNOWN_SECRET.test(value.source)) return;
      report({
        at: value.place,
        message: `"${value.key}" of ${partLabel(part)} looks like a real secret.`,
        fix: { title: `Replace it by "${DUMMY}"`, edits: () => setValue(value, DUMMY) },
      });
    }),
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
