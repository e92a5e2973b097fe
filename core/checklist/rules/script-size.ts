import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

const MOST = 1024 * 1024;

export default defineRule({
  id: "script-size",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The script has at most 1 MB.",
  why: "A larger script is refused when the connector is saved.",
  todo: "Move data out of the code, or leave out what is not used.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity({ file }, { report }) {
      if (file.role !== "script" || file.text.length <= MOST) return;
      report({
        at: firstLine(file),
        message: `The script has ${(file.text.length / MOST).toFixed(2)} MB; 1 MB is allowed.`,
      });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
^^^^^^^^^^^^^ The script has 1.00 MB; 1 MB is allowed.
// <1048577 times x>
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
// <1000000 times x>
`,
    ],
  },
});
