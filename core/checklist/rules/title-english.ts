import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const FOREIGN = /[^\P{L}a-z]+/giu;

export default defineRule({
  id: "title-english",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The title is written in English, with the letters A to Z.",
  why: "The catalogue is in English everywhere; the certification refuses titles in other languages and scripts.",
  todo: "Write the title in English. A brand whose name has other letters is spelt with the nearest ones.",
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors, section Metadata",
  codes: ["ValueMustBeInEnglish"],
  when: "submission",
  check: {
    connector({ title }, { report }) {
      // Signs such as ® and the dash are no letters, and names in English may well have them.
      const [match] = (title.string ?? "").matchAll(FOREIGN);
      if (match)
        report({
          at: partPlace(title, match.index, match.index + match[0].length),
          message: `The title contains "${match[0]}", which is not written with the letters A to Z.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Übersetzung" }
                      ^ The title contains "Ü", which is not written with the letters A to Z.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Mail 翻訳" }
                           ^^ The title contains "翻訳", which is not written with the letters A to Z.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Translator® 365 – Pro" }
}
`,
    ],
  },
});
