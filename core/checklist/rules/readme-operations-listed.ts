import { firstLine, textPlace } from "../places.ts";
import { offeredNames } from "../remembered.ts";
import { defineRule } from "../rule.ts";

/** A text as far as readers tell it from others: small letters, without marks. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

export default defineRule({
  id: "readme-operations-listed",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The readme lists every visible operation.",
  why: "Readers decide by that list whether the connector does what they need.",
  todo: "Add the operations that are missing to the section on supported operations, by their summaries.",
  source: "Templates of the connectors repository",
  check: {
    connector(connector, { report }) {
      const readme = connector.files.find(({ role, path }) => role === "readme" && /readme\.md$/i.test(path));
      if (!readme?.text.trim()) return;
      const text = plain(readme.text);
      const missing = offeredNames(connector).filter((summary) => summary && !text.includes(plain(summary)));
      if (!missing.length) return;
      const heading = /^(#{1,4})[ \t]*[^\r\n]*(?:operation|action)[^\r\n]*/im.exec(readme.text);
      const [first, ...others] = missing as [string, ...string[]];
      report({
        at: heading ? textPlace(readme, heading.index, heading.index + heading[0].length) : firstLine(readme),
        message: `The readme does not name ${others.length ? `${missing.length} operations, such as "${first}"` : `the operation "${first}"`}.`,
        ...(heading && {
          fix: {
            title: others.length ? `Add the ${missing.length} operations` : "Add the operation",
            edits: () => {
              const at = heading.index + heading[0].length;
              const level = `${heading[1]}#`;
              return [
                {
                  path: readme.path,
                  start: at,
                  end: at,
                  newText: missing.map((name) => `\n\n${level} ${name}`).join(""),
                },
              ];
            },
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "summary": "List items" }, "post": { "summary": "Create an item" } } }
}
=== readme.md ===
# Contoso
## Supported Operations
^^^^^^^^^^^^^^^^^^^^^^^ The readme does not name the operation "Create an item".
### List Items
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "summary": "List items" }, "put": { "summary": "Hidden", "x-ms-visibility": "internal" } } }
}
=== readme.md ===
# Contoso
## Operations
- \`List items\`: lists them
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "summary": "List items" }, "post": { "summary": "Create an item" } } }
}
=== readme.md ===
# Contoso
## Supported Operations

### Create an item
### List Items
`,
    ],
  },
});
