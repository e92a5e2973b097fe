import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";

const WIDTH = 4;
const INDENT = /[\r\n]([ \t]+)$/;

export default defineRule({
  id: "coding-indent-4",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `The definition is indented by ${WIDTH} spaces.`,
  why: "Microsoft's coding standards ask for it, so that changes are easy to compare; hardly a published connector does it, and no tool minds.",
  todo: `Set your editor to ${WIDTH} spaces and format the file, or switch this rule off.`,
  source: "Microsoft Learn, coding standards",
  check: {
    connector(connector, { report }) {
      const [first] = swaggerRoot(connector).children();
      const indent = first && INDENT.exec(first.file.tree?.gap(first.node) ?? "")?.[1];
      if (!first || !indent) return;
      const tabs = indent.includes("\t");
      if (!tabs && indent.length === WIDTH) return;
      report({
        at: first.keyPlace,
        message: `The definition is indented by ${tabs ? "tabs" : indent.length === 1 ? "1 space" : `${indent.length} spaces`}; the coding standards ask for ${WIDTH} spaces.`,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0"
  ^^^^^^^^^ The definition is indented by 2 spaces; the coding standards ask for 4 spaces.
}
`,
      `{
	"swagger": "2.0"
 ^^^^^^^^^ The definition is indented by tabs; the coding standards ask for 4 spaces.
}
`,
    ],
    good: [
      `{
    "swagger": "2.0"
}
`,
      `{ "swagger": "2.0",
  "host": "api.tailwind.example" }
`,
      `{
"swagger": "2.0"
}
`,
    ],
  },
});
