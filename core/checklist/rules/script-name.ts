import { baseName } from "../../model/files.ts";
import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "script-name",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The script is called script.csx.",
  why: "Tools and checks look for that name; under another one the code is left out when the connector is deployed.",
  todo: "Rename the file to `script.csx`, in small letters.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity({ kind, file }, { report }) {
      const name = baseName(file.path);
      if (kind !== "file" || name === "script.csx" || !/\.csx?$/i.test(name)) return;
      report({
        at: firstLine(file),
        message: `The script is called ${name} and not script.csx.`,
        fix: { title: "Rename it to script.csx", edits: () => [], rename: { path: file.path, to: "script.csx" } },
      });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== Script.csx ===
using System;
^^^^^^^^^^^^^ The script is called Script.csx and not script.csx.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No script
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
`,
    ],
  },
});
