import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const TAIL = /[^\p{L}\p{N})]+$/u;

export default defineRule({
  id: "title-ends-alphanumeric",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The title ends with a letter, a digit or a closing parenthesis.",
  why: "The certification refuses titles that end with punctuation or white space.",
  todo: "Remove what stands behind the last letter or digit.",
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors, section Metadata",
  codes: ["ValueMustEndWithAlphanumeric"],
  when: "submission",
  check: {
    connector({ title }, { report }) {
      const text = title.string ?? "";
      const tail = TAIL.exec(text);
      if (!tail || tail.index === 0) return;
      const shorter = text.slice(0, tail.index);
      report({
        at: partPlace(title, tail.index, text.length),
        message: tail[0].trim() ? `The title ends with "${tail[0].trim()}".` : "The title ends with white space.",
        fix: { title: `Change the title to "${shorter}"`, edits: () => setValue(title, shorter) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks!" }
                                   ^ The title ends with "!".
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso " }
                             ^ The title ends with white space.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso (UAE)" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Café Contoso 365" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "" }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso" }
}
`,
    ],
  },
});
