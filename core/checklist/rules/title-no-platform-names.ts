import { setValue } from "../../syntax/edits.ts";
import { PRODUCTS } from "../products.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:microsoft|ms|azure)\\s+)?(?:${PRODUCTS})(?:['’]s)?(?![\\p{L}\\p{N}])`,
  "giu",
);

/** The title without the names and without the words and separators that led to them. */
function without(title: string): string {
  return title
    .replace(NAME, "\uE000")
    .replace(/(?:\s*[-–:|,(])?\s*(?:\b(?:for|on|in|with|by|and)\s+)?\uE000\s*\)?/gi, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s\-–:|,]+|[\s\-–:|,]+$/g, "");
}

export default defineRule({
  id: "title-no-platform-names",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The title does without names of Power Platform products.",
  why: "Every connector works in all of these products; the certification refuses titles that name one.",
  todo: "Remove the product's name; the name of your own product or service is enough. Connectors of Microsoft itself are only warned about.",
  source: "Microsoft Learn, preparing connector files for certification; connector string guidance",
  codes: ["ValueContainsRestrictedWords"],
  when: "submission",
  check: {
    connector({ title, properties }, { report }) {
      const own = /^microsoft\b/i.test(properties.get("publisher").string?.trim() ?? "");
      const text = title.string ?? "";
      const shorter = without(text);
      for (const match of text.matchAll(NAME))
        report({
          at: partPlace(title, match.index, match.index + match[0].length),
          // Connectors of Microsoft to these very products are published under their names.
          ...(own && { severity: "warning" }),
          message: `The title names ${match[0]}, a product of the platform.`,
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
  "info": { "title": "Items for Power Apps" }
                                ^^^^^^^^^^ The title names Power Apps, a product of the platform.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Logic Apps" }
                      ^^^^^^^^^^ The title names Logic Apps, a product of the platform.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "PowerAutomate - Items" }
                      ^^^^^^^^^^^^^ The title names PowerAutomate, a product of the platform.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Power Appraisals" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Horsepower Automated Flow" }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items" }
}
`,
      undefined,
      `{
  "swagger": "2.0",
  "info": { "title": "Items" }
}
`,
    ],
  },
});
