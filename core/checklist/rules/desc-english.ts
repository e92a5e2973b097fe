import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

/** Stretches of anything else than what a plain keyboard has. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: white space such as line breaks is as plain as letters are.
const FOREIGN = /[^\x00-\x7f]+/g;

/** Signs of typography, and how they are typed plainly. */
const PLAIN: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
  "…": "...",
  "•": "-",
  "\u00a0": " ",
  "\u200b": "",
  "\ufeff": "",
  "®": "",
  "™": "",
  "©": "",
};

function typedPlainly(text: string): string | undefined {
  const plain = text.replace(FOREIGN, (signs) => [...signs].map((sign) => PLAIN[sign] ?? sign).join(""));
  return plain.search(FOREIGN) < 0 ? plain : undefined;
}

export default defineRule({
  id: "desc-english",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The connector's description is written in English and in plain characters.",
  why: "The catalogue is in English everywhere; the certification takes other letters for another language.",
  todo: "Write in English, with straight quotes and plain hyphens. Signs of typography are tolerated, other letters often not.",
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors, section Metadata",
  codes: ["ValueMustBeInEnglish"],
  when: "submission",
  check: {
    connector({ description }, { report }) {
      const text = description.string ?? "";
      const [match] = text.matchAll(FOREIGN);
      if (!match) return;
      const plain = typedPlainly(text);
      const shown = /[\p{L}\p{P}\p{S}]/u.test(match[0]) ? `"${match[0]}"` : "invisible characters";
      report({
        at: partPlace(description, match.index, match.index + match[0].length),
        message: `The description contains ${shown} instead of plain English characters.`,
        ...(plain && { fix: { title: "Use plain characters", edits: () => setValue(description, plain) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso’s “tasks” – for everyone…" }
                                   ^ The description contains "’" instead of plain English characters.
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso\u00a0tasks for everyone." }
                                   ^ The description contains invisible characters instead of plain English characters.
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Übermittelt Aufgaben an Contoso." }
                            ^ The description contains "Ü" instead of plain English characters.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Café", "description": "Contoso's \\"tasks\\" - for everyone...\\nAnd more." }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso's \\"tasks\\" - for everyone..." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso tasks for everyone." }
}
`,
      undefined,
    ],
  },
});
