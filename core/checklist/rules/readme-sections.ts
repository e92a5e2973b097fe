import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

/** The sections, with words by which their headings are recognised. */
const SECTIONS: readonly { readonly name: string; readonly words: RegExp; readonly only?: string }[] = [
  { name: "Publisher", words: /publisher/ },
  { name: "Prerequisites", words: /pre-?requisite/ },
  { name: "Supported Operations", words: /operation|action/ },
  { name: "Obtaining Credentials", words: /credential|authenticat|api key/ },
  { name: "Known Issues and Limitations", words: /known|limitation/ },
  { name: "Deployment Instructions", words: /deploy/, only: "certified" },
];
export default defineRule({
  id: "readme-sections",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The readme has the sections of its template.",
  why: "It becomes the documentation page, and readers look for the same things on every one.",
  todo: "Add the headings that are missing, with a paragraph each.",
  source: "Templates of the connectors repository; Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    entity({ file }, { profile, report }) {
      if (file.role !== "readme" || !/readme\.md$/i.test(file.path) || !file.text.trim()) return;
      const headings = [...file.text.matchAll(/^#{1,4}[ \t]*([^\r\n]*)/gm)].map(([, text = ""]) => text.toLowerCase());
      const missing = SECTIONS.filter(
        ({ words, only }) => (!only || only === profile) && !headings.some((text) => words.test(text)),
      ).map(({ name }) => name);
      if (!missing.length) return;
      report({
        at: firstLine(file),
        message: `The readme has no section ${missing.map((name) => `"${name}"`).join(", ")}.`,
        fix: {
          title: missing.length === 1 ? "Add the heading" : "Add the headings",
          edits: () => {
            const end = file.text.length;
            const before = /\n\s*$/.test(file.text) ? "" : "\n";
            return [
              { path: file.path, start: end, end, newText: before + missing.map((name) => `\n## ${name}\n`).join("") },
            ];
          },
        },
      });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== readme.md ===
# Contoso
^^^^^^^^^ The readme has no section "Publisher", "Obtaining Credentials".
## Prerequisites
## Supported Operations
## Known Issues and Limitations
## Deployment Instructions
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== readme.md ===
# Contoso
## Publisher: Contoso
## Prerequisites
## Supported operations
## How to get credentials
## Known issues
## Deployment Instructions
`,
      `{ "swagger": "2.0" }
=== intro.md ===
# Contoso
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== readme.md ===
# Contoso
## Prerequisites
## Supported Operations
## Known Issues and Limitations
## Deployment Instructions

## Publisher

## Obtaining Credentials
`,
    ],
  },
});
