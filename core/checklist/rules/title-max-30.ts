import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";
import { shorten } from "../text.ts";

const MAX = 30;

/** The title cut to what fits: first without remarks in parentheses and without "API" and "Connector", then by words. */
function shorter(title: string): string {
  const plain = title
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/\s+(?:apis?|connectors?)(?=\s|$)/gi, "")
    .trim();
  return shorten(plain || title, MAX);
}

export default defineRule({
  id: "title-max-30",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The title has at most 30 characters.",
  why: "More is cut off in the designer's list of connectors; the certification refuses a longer title.",
  todo: "Keep the name of the product; leave out the vendor's legal form, versions and words like Connector.",
  source: "Microsoft Learn, connector string guidance; swagger validator errors, section Metadata",
  codes: ["FieldLengthExceeded"],
  when: "submission",
  check: {
    connector({ title }, { report }) {
      const text = title.string ?? "";
      if (text.length <= MAX) return;
      const name = shorter(text);
      report({
        at: partPlace(title, MAX, text.length),
        message: `The title has ${text.length} characters; ${MAX} are allowed.`,
        ...(name && { fix: { title: `Shorten the title to "${name}"`, edits: () => setValue(title, name) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso E-Signature Standard Workflow Connector" }
                                                    ^^^^^^^^^^^^^^^^^ The title has 47 characters; 30 are allowed.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Electronic Signatures" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Abcdefghij Abcdefghij Abcdefgh" }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso E-Signature Standard" }
}
`,
    ],
  },
});
