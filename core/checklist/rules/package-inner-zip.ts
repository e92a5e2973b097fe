import { innerZip, packageOf } from "../packages.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-inner-zip",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The archive in the package holds exactly one folder.",
  why: "The check of packages takes the solutions from that folder and stops where it finds none or several.",
  todo: "Put both solutions into one folder, `PkgAssets`, and that folder into the archive.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const pack = packageOf(entity);
      const zip = pack && innerZip(pack);
      if (!zip) return;
      const problem = pack.problemOf(zip.path);
      if (problem) {
        report({ at: pack.placeOf(zip), message: `${zip.name} ${problem}.` });
        return;
      }
      const folders = pack.in(zip.path).filter(({ isFolder }) => isFolder);
      if (folders.length === 0)
        report({ at: pack.placeOf(zip), message: `${zip.name} holds no folder; PkgAssets is expected.` });
      for (const folder of folders.slice(1))
        report({
          at: pack.placeOf(folder),
          message: `${zip.name} holds the folder ${folder.name} besides ${folders[0]?.name}.`,
        });
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
intro.md
package.zip
^^^^^^^^^^^ package.zip holds no folder; PkgAssets is expected.
package.zip/connector.zip
`,
      `=== submission.zip ===
intro.md
package.zip
package.zip/PkgAssets/
package.zip/docs/
^^^^^^^^^^^^^^^^^ package.zip holds the folder docs besides PkgAssets.
`,
      `=== submission.zip ===
intro.md
package.zip
^^^^^^^^^^^ package.zip cannot be read: it is no zip archive, or a broken one.
package.zip/(this archive cannot be read)
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
