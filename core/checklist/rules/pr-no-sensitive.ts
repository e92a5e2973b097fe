import { Item } from "../../syntax/item.ts";
import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { KNOWN_SECRET } from "../secrets.ts";

const SECRETS = new RegExp(KNOWN_SECRET, "g");
const CLIENT = /^client[_-]?(?:id|secret)$/i;

export default defineRule({
  id: "pr-no-sensitive",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No file of the folder holds a secret.",
  why: "The repository is public from the first push on; a secret in it has to be revoked, and stays in the history.",
  todo: "Take it out and revoke it. Write `[[DUMMY]]` where a value has to stand.",
  source: "Read-me and pull request template of the connectors repository",
  when: "submission",
  check: {
    entity({ kind, file }, { report }) {
      // The definition has a rule of its own.
      if (kind !== "file" || file.role === "package" || file.role === "icon" || file.role === "definition") return;
      for (const match of file.text.matchAll(SECRETS)) {
        const key = file.tree ? new Item(file, file.tree.innermost(match.index)).key : "";
        // Another rule speaks about the client of a connection, whatever its secret looks like.
        if (file.role === "properties" && CLIENT.test(key)) continue;
        report({
          at: textPlace(file, match.index, match.index + match[0].length),
          message: "This looks like a real secret.",
          fix: {
            title: 'Replace it by "[[DUMMY]]"',
            edits: () => [
              { path: file.path, start: match.index, end: match.index + match[0].length, newText: "[[DUMMY]]" },
            ],
          },
        });
      }
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== readme.md ===
Call it with glpat-not-a-real-token-123 to try.
             ^^^^^^^^^^^^^^^^^^^^^^^^^^ This looks like a real secret.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== readme.md ===
Call it with [[DUMMY]] to try.
`,
      `{ "swagger": "2.0" }
=== script.csx ===
var token = "<your token>";
`,
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "connectionParameters": { "token": { "oAuthSettings": { "clientSecret": "glpat-not-a-real-token-123" } } } } }
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== readme.md ===
Call it with [[DUMMY]] to try.
`,
    ],
  },
});
