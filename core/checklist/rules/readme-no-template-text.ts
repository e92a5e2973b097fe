import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";

/** How the sentences of the template begin that say what to write in a section. */
const SENTENCE =
  /^[ \t>*_-]*((Required|Optional)\. (?:One paragraph|For Independent|It should be|Any plans|Describe actions|Explain the authentication|How to get started|Include (?:any known|frequently)|Add instructions)[^\r\n]*)\r?\n?/gm;

/** Whether the section says something of its own behind a sentence of the template. */
function isFilled(text: string, from: number): boolean {
  const section = text.slice(from).split(/^#{1,2}[ \t]/m)[0] ?? "";
  const rest = section
    .replace(SENTENCE, "")
    .replace(/^[#\s]*(?:(?:Operation|Question) \d|Description of operation \d|Answer to question \d)[. \t]*$/gm, "");
  return /[\p{L}\p{N}]/u.test(rest);
}

export default defineRule({
  id: "readme-no-template-text",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The readme holds no sentences of its template.",
  why: "The readme becomes the connector's documentation; a sentence that tells the author what to write tells readers nothing.",
  todo: "Write what the sentence asks for and remove it. Where a section is optional and has nothing to say, remove the section. A sentence that only was left beside the real text is warned about.",
  source: "Templates of the connectors repository",
  when: "submission",
  check: {
    entity({ file }, { report }) {
      if (file.role !== "readme") return;
      for (const match of file.text.matchAll(SENTENCE)) {
        const sentence = match[1]?.trimEnd() ?? "";
        const start = match.index + match[0].indexOf(sentence);
        report({
          at: textPlace(file, start, start + sentence.length),
          // Published connectors have left sentences where the section is optional, or filled beside them.
          ...((match[2] === "Optional" || isFilled(file.text, match.index + match[0].length)) && {
            severity: "warning",
          }),
          message: `"${sentence.split(" ").slice(0, 3).join(" ")} …" is a sentence of the template and says what to write here.`,
          fix: {
            title: "Remove the sentence",
            edits: () => [{ path: file.path, start: match.index, end: match.index + match[0].length, newText: "" }],
          },
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0"
}
=== readme.md ===
# Items
Required. One paragraph, two to three sentences about it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Required. One paragraph, …" is a sentence of the template and says what to write here.

## Supported Operations
Required. Describe actions, triggers, and so on.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Required. Describe actions, …" is a sentence of the template and says what to write here.
### Operation 1
Description of operation 1.

## Prerequisites
Required. Any plans or licenses.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Required. Any plans …" is a sentence of the template and says what to write here.
A plan of the service.

## Getting started
Optional. How to get started with it.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Optional. How to …" is a sentence of the template and says what to write here.
Sign in.
`,
    ],
    good: [
      `{
  "swagger": "2.0"
}
=== readme.md ===
# Items
Required. An account of the service is needed.

The field "Optional. How to get started" is optional.
`,
    ],
    fixed: [
      `{
  "swagger": "2.0"
}
=== readme.md ===
# Items

## Supported Operations
### Operation 1
Description of operation 1.

## Prerequisites
A plan of the service.

## Getting started
Sign in.
`,
    ],
  },
});
