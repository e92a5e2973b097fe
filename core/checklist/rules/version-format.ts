import { coerce, parse } from "../../lifecycle/semver.ts";
import { setMember, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "version-format",
  section: "publication",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The version is three numbers, such as 1.4.0.",
  why: "Users and the registry order versions by these numbers; anything else cannot be ordered.",
  todo: "Write major, minor and patch, joined by dots, without leading zeros. The first published version is 1.0.0.",
  source: "Publishing page: versioning",
  settledByPublishing: true,
  check: {
    connector({ root, version, versionText }, { report }) {
      if (!root.isObject || (versionText && parse(versionText))) return;
      const read = coerce(versionText);
      const proposal = read?.text ?? "1.0.0";
      report({
        at: version.exists ? version.place : root.keyPlace,
        message: !version.exists
          ? "The connector has no version."
          : read?.note
            ? `${read.note}; write all three numbers.`
            : `"${versionText}" is no version number.`,
        fix: {
          title: `Set the version to ${proposal}`,
          edits: () =>
            version.exists ? setValue(version, proposal) : setMember(root, "version", proposal, "format_version"),
        },
      });
    },
  },
  examples: {
    bad: [
      `version: 1.0
         ^^^ read as 1.0.0
`,
      `format_version: 1
^^^^^^^^^^^^^^^^^ no version
overview: {}
`,
    ],
    good: [
      `version: 2.3.4
`,
    ],
    fixed: [
      `version: 1.0.0
`,
      `format_version: 1
version: 1.0.0
overview: {}
`,
    ],
  },
});
