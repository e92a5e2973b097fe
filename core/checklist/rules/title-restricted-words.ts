import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const WORD = /(?<![\p{L}\p{N}])(?:apis?|connectors?)(?:['’]s)?(?![\p{L}\p{N}])/giu;

/** The title without the refused words and without the separators that are left over. */
function without(title: string): string {
  return title
    .replace(WORD, " ")
    .replace(/\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–:|,]+|[\s\-–:|,]+$/g, "");
}

export default defineRule({
  id: "title-restricted-words",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The title does without the words API and Connector.",
  why: "Everything in the catalogue is a connector to an API; the certification refuses titles that say so.",
  todo: "Remove the word; the name of the product or service is enough. Names that only contain the letters (OptiAPI) are fine.",
  source: "Microsoft Learn, preparing connector files for certification; connector string guidance",
  codes: ["ValueContainsRestrictedWords"],
  when: "submission",
  check: {
    connector({ title }, { report }) {
      const text = title.string ?? "";
      const shorter = without(text);
      for (const match of text.matchAll(WORD))
        report({
          at: partPlace(title, match.index, match.index + match[0].length),
          message: `The title contains the word "${match[0]}".`,
          ...(shorter && {
            fix: { title: `Change the title to "${shorter}"`, edits: () => setValue(title, shorter) },
          }),
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks API" }
                                    ^^^ The title contains the word "API".
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Connector" }
                      ^^^^^^^^^ The title contains the word "Connector".
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "OptiAPI Rapid Connect" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "description": "A connector for the Contoso API." }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks" }
}
`,
      undefined,
    ],
  },
});
