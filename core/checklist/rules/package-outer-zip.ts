import { packageOf } from "../packages.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-outer-zip",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "At the top of the package lie one introduction, one archive and no folder.",
  why: "The check of packages counts just these at the top, and looks no further where the numbers differ.",
  todo: "Put `intro.md` and `package.zip` at the top of the archive, in no folder.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const pack = packageOf(entity);
      if (!pack) return;
      const problem = pack.problemOf("");
      if (problem) {
        report({ at: pack.placeOf(undefined), message: `The package ${problem}.` });
        return;
      }
      const top = pack.in("");
      for (const entry of top.filter(({ isFolder }) => isFolder))
        report({
          at: pack.placeOf(entry),
          message: `The folder ${entry.name} lies at the top of the package, where no folder may be.`,
        });
      for (const [extension, name] of [
        ["md", "introduction, such as intro.md"],
        ["zip", "archive with the solutions, such as package.zip"],
      ] as const) {
        const found = top.filter((entry) => !entry.isFolder && entry.name.toLowerCase().endsWith(`.${extension}`));
        if (found.length === 0) report({ at: pack.placeOf(top[0]), message: `The package lacks the ${name}.` });
        for (const entry of found.slice(1))
          report({
            at: pack.placeOf(entry),
            message: `${entry.name} is one .${extension} too many at the top of the package.`,
          });
      }
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
(this archive cannot be read)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The package cannot be read: it is no zip archive, or a broken one.
`,
      `=== submission.zip ===
assets/
^^^^^^^ The folder assets lies at the top of the package
^^^^^^^ The package lacks the introduction
^^^^^^^ The package lacks the archive
assets/intro.md
`,
      `=== submission.zip ===
intro.md
other.md
^^^^^^^^ other.md is one .md too many
package.zip
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
