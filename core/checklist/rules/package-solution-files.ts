import { packageOf, solutions } from "../packages.ts";
import { defineRule } from "../rule.ts";

const FILES = ["[Content_Types].xml", "customizations.xml", "solution.xml"];

export default defineRule({
  id: "package-solution-files",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every solution has its three files at the top.",
  why: "These files say what the solution holds; without one of them it cannot be imported.",
  todo: "Put the archive into the package as it was exported, without unpacking it and packing it again.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const pack = packageOf(entity);
      if (!pack) return;
      for (const solution of solutions(pack)) {
        const problem = pack.problemOf(solution.path);
        if (problem) {
          report({ at: pack.placeOf(solution), message: `${solution.name} ${problem}.` });
          continue;
        }
        const names = new Set(pack.in(solution.path).map(({ name }) => name.toLowerCase()));
        const missing = FILES.filter((file) => !names.has(file.toLowerCase()));
        if (missing.length)
          report({
            at: pack.placeOf(solution),
            message: `${solution.name} lacks ${missing.join(" and ")} at its top.`,
          });
      }
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/connector.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ connector.zip lacks [Content_Types].xml and solution.xml at its top.
package.zip/PkgAssets/connector.zip/customizations.xml
package.zip/PkgAssets/connector.zip/other/
package.zip/PkgAssets/connector.zip/other/solution.xml
`,
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/connector.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ connector.zip cannot be read
package.zip/PkgAssets/connector.zip/(this archive cannot be read)
package.zip/PkgAssets/flow.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ flow.zip holds more than is looked at.
package.zip/PkgAssets/flow.zip/(there is more than is looked at)
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
