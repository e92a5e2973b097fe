import { baseName } from "../../model/files.ts";
import { firstLine, textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";

/** The sections, with words by which their headings are recognised. */
const SECTIONS: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: "Prerequisites", words: /pre-?requisite/i },
  { name: "How to get credentials", words: /credential/i },
  { name: "Get started with your connector", words: /start/i },
  { name: "Known issues and limitations", words: /known|limitation/i },
  { name: "Common errors and remedies", words: /error|remed/i },
  { name: "FAQ", words: /faq|question/i },
];
export default defineRule({
  id: "intro-md",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The intro of a package has its sections and lists no operations.",
  why: "It becomes the page of the connector; operations are added to that by themselves.",
  todo: "Write one paragraph and the sections on prerequisites, credentials, getting started, known issues, common errors and frequent questions.",
  source: "Microsoft Learn, submitting a connector for certification",
  profiles: ["certified"],
  check: {
    entity({ file }, { report }) {
      if (file.role !== "readme" || !/^intro\.md$/i.test(baseName(file.path)) || !file.text.trim()) return;
      const headings = [...file.text.matchAll(/^#{1,4}[ \t]*([^\r\n]*)/gm)];
      const missing = SECTIONS.filter(({ words }) => !headings.some(([, text = ""]) => words.test(text))).map(
        ({ name }) => name,
      );
      if (missing.length)
        report({
          at: firstLine(file),
          message: `The intro has no section ${missing.map((name) => `"${name}"`).join(", ")}.`,
          fix: {
            title: "Add the headings",
            edits: () => {
              const end = file.text.length;
              const before = /\n\s*$/.test(file.text) ? "" : "\n";
              return [
                {
                  path: file.path,
                  start: end,
                  end,
                  newText: before + missing.map((name) => `\n## ${name}\n`).join(""),
                },
              ];
            },
          },
        });
      const listed = headings.find(([, text = ""]) => /\b(?:operations|actions|triggers)\b/i.test(text));
      if (listed)
        report({
          at: textPlace(file, listed.index, listed.index + listed[0].length),
          message: "The intro lists operations, which the page lists by itself.",
        });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== intro.md ===
# Contoso
^^^^^^^^^ The intro has no section "Common errors and remedies", "FAQ".
## Prerequisites
## How to get credentials
## Get started with your connector
## Known issues and limitations
## Supported operations
^^^^^^^^^^^^^^^^^^^^^^^ The intro lists operations, which the page lists by itself.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== intro.md ===
Brings items.
## Prerequisites
## How to get credentials
## Get started
## Known issues
## Common errors
## FAQ
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# Contoso
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== intro.md ===
# Contoso
## Prerequisites
## How to get credentials
## Get started with your connector
## Known issues and limitations
## Supported operations

## Common errors and remedies

## FAQ
`,
    ],
  },
});
