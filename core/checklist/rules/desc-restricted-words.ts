import type { TextEdit } from "../../syntax/source.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

/** The names that are refused, and what to call the same thing in general. */
const NAMES: Readonly<Record<string, string>> = {
  "power apps": "apps",
  "power automate": "workflows",
  "logic apps": "workflows",
};
const NAME = /(?<![\p{L}\p{N}])(?:power\s+apps|power\s+automate|logic\s+apps)(?![\p{L}\p{N}])/giu;

export default defineRule({
  id: "desc-restricted-words",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector's description does without the names Power Apps, Power Automate and Logic Apps.",
  why: "A connector works in all of these products and its description is shown in all of them; the certification refuses the names.",
  todo: "Say what the connector does, not where: apps, workflows, automation.",
  source: "Microsoft Learn, preparing connector files for certification; logs of the certification validator",
  codes: ["ValueContainsRestrictedWords"],
  when: "submission",
  check: {
    connector({ description }, { report }) {
      const text = description.string ?? "";
      for (const match of text.matchAll(NAME)) {
        const at = partPlace(description, match.index, match.index + match[0].length);
        const word = NAMES[match[0].toLowerCase().replace(/\s+/g, " ")] ?? "workflows";
        // With escapes in the text its parts have no ranges of their own, and there is nothing narrow to replace.
        const narrow = at.end - at.start === match[0].length;
        const edits = (): TextEdit[] => [{ path: at.file.path, start: at.start, end: at.end, newText: word }];
        report({
          at,
          message: `The description names "${match[0]}".`,
          ...(narrow && { fix: { title: `Replace it by "${word}"`, edits } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "description": "Brings Contoso tasks into Power Apps and logic apps." }
                                                      ^^^^^^^^^^ The description names "Power Apps".
                                                                     ^^^^^^^^^^ The description names "logic apps".
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Power Apps", "description": "Contoso controls the power of apps and automates workflows." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso tasks for everyone." },
  "paths": { "/flows": { "get": { "description": "Lists flows of Power Automate." } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "description": "Brings Contoso tasks into apps and workflows." }
}
`,
    ],
  },
});
