import { coerce, parse } from "../../lifecycle/semver.ts";
import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "info-version-semver",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The version of the definition is three numbers, such as 1.0.0.",
  why: "The numbers say how much has changed since the last version; two of them leave no room for corrections.",
  todo: "Write major, minor and patch, joined by dots. Most published connectors have two numbers, and the platform takes any text.",
  source: "Schema of the definition; templates of the repository",
  check: {
    connector({ version }, { report }) {
      const text = version.string ?? "";
      if (!text.trim() || parse(text)) return;
      const read = coerce(text)?.text;
      report({
        at: version.place,
        message: read ? `The version "${text}" is not of three numbers.` : `"${text}" is no version number.`,
        ...(read && { fix: { title: `Set the version to "${read}"`, edits: () => setValue(version, read) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "version": "1.0" }
                       ^^^^^ The version "1.0" is not of three numbers.
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": "v2" }
                       ^^^^ The version "v2" is not of three numbers.
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": "latest" }
                       ^^^^^^^^ "latest" is no version number.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "version": "1.0.0" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": "2.10.3-beta.1" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": 1.0 }
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": "" }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "version": "1.0.0" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": "2.0.0" }
}
`,
      undefined,
    ],
  },
});
