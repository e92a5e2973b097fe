import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";

const MARK = 0xfeff;

export default defineRule({
  id: "swagger-no-bom",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The definition begins without a byte-order mark.",
  why: "Nobody sees the mark, but some of the tools that upload a connector stumble over it.",
  todo: "Save the file as UTF-8 without BOM.",
  source: "Connectors CLI: only one of its commands reads a file with such a mark",
  check: {
    connector(connector, { report }) {
      const { file, node } = swaggerRoot(connector);
      if (file.tree?.gap(node).charCodeAt(0) !== MARK) return;
      report({
        at: textPlace(file, 0, 1),
        message: "The file begins with a byte-order mark.",
        fix: {
          title: "Remove the byte-order mark",
          edits: () => [{ path: file.path, start: 0, end: 1, newText: "" }],
        },
      });
    },
  },
  examples: {
    bad: [
      `\ufeff{ "swagger": "2.0" }
^ The file begins with a byte-order mark.
`,
    ],
    good: [
      `{ "swagger": "2.0", "info": { "title": "\ufeffMarks within texts are no such thing" } }
`,
      `=== apiDefinition.swagger.json ===

`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
`,
    ],
  },
});
