import { baseName } from "../../model/files.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "icon-ip-none",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The folder of an independent publisher holds no icon.",
  why: "Connectors of independent publishers all get the same icon; one of their own is taken out in the review.",
  todo: "Remove the image from the folder, or keep it where it is not submitted.",
  source:
    "Checklist of pull requests of the connectors repository; Microsoft Learn, independent publisher certification",
  profiles: ["independent"],
  when: "submission",
  check: {
    connector(connector, { report }) {
      for (const file of connector.files)
        if (file.role === "icon" && /^icon\b/i.test(baseName(file.path)))
          report({
            at: connector.root.keyPlace,
            message: `The folder holds the icon ${baseName(file.path)}, which independent publishers do not submit.`,
          });
    },
  },
  examples: {
    bad: [
      `{
^ The folder holds the icon icon.png, which independent publishers do not submit.
  "swagger": "2.0"
}
=== icon.png ===
PNG
`,
    ],
    good: [
      `{
  "swagger": "2.0"
}
=== iconic.svg ===
SVG
`,
      `{
  "swagger": "2.0"
}
=== readme.md ===
# Items
`,
    ],
  },
});
