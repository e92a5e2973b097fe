import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const SUFFIX = /\s*\(?independent\s+publisher\)?\s*$/i;

export default defineRule({
  id: "title-ip-suffix-not-in-info",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The title does without the words Independent Publisher.",
  why: "The platform adds them itself to the names of such connectors; in the title they take most of its 30 characters.",
  todo: "Remove them here. They belong into the title of the pull request.",
  source: "Microsoft Learn, certification of independent publishers; connectors that were merged",
  profiles: ["independent"],
  when: "submission",
  check: {
    connector({ title }, { report }) {
      const text = title.string ?? "";
      const match = SUFFIX.exec(text);
      if (!match) return;
      const shorter = text.slice(0, match.index).replace(/[\s\-–:|,]+$/, "");
      const lead = match[0].length - match[0].trimStart().length;
      report({
        at: partPlace(title, match.index + lead, match.index + match[0].trimEnd().length),
        message: `The title says "${match[0].trim()}", which belongs into the title of the pull request.`,
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
  "info": { "title": "Contoso (Independent Publisher)" }
                              ^^^^^^^^^^^^^^^^^^^^^^^ The title says "(Independent Publisher)", which belongs into the title of the pull request.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso - independent publisher" }
                                ^^^^^^^^^^^^^^^^^^^^^ The title says "independent publisher", which belongs into the title of the pull request.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Independent Publisher" }
                      ^^^^^^^^^^^^^^^^^^^^^ The title says "Independent Publisher", which belongs into the title of the pull request.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Independent Publisher Shop" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": 
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso" }
}
`,
      undefined,
    ],
  },
});
