import { assetsFolder, packageOf, solutions } from "../packages.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-pkgassets",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The folder of the package holds two solutions, or three with a plug-in, and no folders.",
  why: "One solution has the connector and one a flow that shows it at work; a third one brings the plug-in of an assistant.",
  todo: "Export the connector and a flow as two solutions, and put both archives into the folder as they are.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const pack = packageOf(entity);
      const folder = pack && assetsFolder(pack);
      if (!folder) return;
      for (const inner of pack.in(folder.path).filter(({ isFolder }) => isFolder))
        report({
          at: pack.placeOf(inner),
          message: `The folder ${inner.name} lies in ${folder.name}, where only solutions may be.`,
        });
      const { length } = solutions(pack);
      if (length < 2 || length > 3)
        report({
          at: pack.placeOf(folder),
          message: `${folder.name} holds ${length === 1 ? "one solution" : `${length} solutions`}; two are expected, or three with a plug-in.`,
        });
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
intro.md
package.zip
package.zip/PkgAssets/
^^^^^^^^^^^^^^^^^^^^^^ PkgAssets holds one solution
package.zip/PkgAssets/connector.zip
package.zip/PkgAssets/docs/
^^^^^^^^^^^^^^^^^^^^^^^^^^^ The folder docs lies in PkgAssets
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
