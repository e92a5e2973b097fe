import { LITTER, packageEntries } from "../../model/package.ts";
import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-zip-macos",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The package holds nothing that the system has put there by itself.",
  why: "What macOS and Windows add to archives counts as files and folders, and makes the check of packages fail.",
  todo: "Pack the files without it, for example with `zip -r -X package.zip . -x '__MACOSX/*' '*.DS_Store'`.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity({ file }, { report }) {
      if (file.role !== "package") return;
      for (const { path, parent, isFolder, start, end } of packageEntries(file.text))
        if (LITTER.test(path) && !LITTER.test(parent))
          report({
            at: textPlace(file, start, end),
            message: `${path} was added by the system and not by you.`,
            // Outside of the solutions the check counts folders, and this is one too many.
            ...(isFolder && (parent.match(/\.zip(?:\/|$)/gi)?.length ?? 0) < 2 && { severity: "error" }),
          });
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
__MACOSX/
^^^^^^^^^ __MACOSX was added by the system and not by you.
__MACOSX/._intro.md
intro.md
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/.DS_Store
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ package.zip/PkgAssets/.DS_Store was added
`,
    ],
    good: [
      `=== submission.zip ===
intro.md
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/connector.zip
package.zip/PkgAssets/connector.zip/Connector/
package.zip/PkgAssets/connector.zip/[Content_Types].xml
package.zip/PkgAssets/connector.zip/customizations.xml: Connector
package.zip/PkgAssets/connector.zip/solution.xml
package.zip/PkgAssets/flow.zip
package.zip/PkgAssets/flow.zip/Connector/
package.zip/PkgAssets/flow.zip/Workflows/
package.zip/PkgAssets/flow.zip/[Content_Types].xml
package.zip/PkgAssets/flow.zip/customizations.xml: Connector, Workflows
package.zip/PkgAssets/flow.zip/solution.xml
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No package
`,
    ],
  },
});
