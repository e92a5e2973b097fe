import { baseName } from "../../model/files.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "icon-certified-required",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A certified connector comes with icon.png.",
  why: "The icon stands beside every action in the designer; without one the submission is sent back.",
  todo: "Add `icon.png`, a square PNG with the brand colour as its background.",
  source: "Microsoft Learn, preparing connector files for certification; rules of the solution checker",
  profiles: ["certified"],
  when: "submission",
  check: {
    connector(connector, { complete, report }) {
      const icons = connector.files.filter(({ role }) => role === "icon");
      const named = icons.find(({ path }) => baseName(path) === "icon.png");
      if (named) {
        if (named.bytes && !/^(?:broken )?PNG /.test(named.text))
          report({
            at: { file: named, start: 0, end: named.text.length, pointer: "" },
            message: `icon.png is no PNG: ${named.text}.`,
          });
        return;
      }
      // Images do not lie in the repository, so that only somebody who has everything can miss one.
      if (!complete) return;
      const [other] = icons;
      report({
        at: connector.root.keyPlace,
        message: other ? `The icon is called ${baseName(other.path)} and not icon.png.` : "There is no icon.png.",
      });
    },
  },
  examples: {
    bad: [
      `{
^ There is no icon.png.
  "swagger": "2.0"
}
=== readme.md ===
# Items
`,
      `{
^ The icon is called logo.png and not icon.png.
  "swagger": "2.0"
}
=== logo.png ===
PNG 230x230, 5321 bytes, corners #0a4b8c
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x230, 5321 bytes, corners #0a4b8c
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 100x100, 900 bytes, corners transparent
`,
    ],
  },
});
