import { declaredBy, packageOf, solutions } from "../packages.ts";
import { defineRule } from "../rule.ts";

/** What a solution declares, and the folders that this needs. */
const FOLDERS: readonly (readonly [string, readonly string[]])[] = [
  ["Connectors", ["Connector"]],
  ["Workflows", ["Workflows", "Connector"]],
  ["aicopilot_aiplugins", ["Connector", "aiplugins", "aipluginoperations"]],
];

export default defineRule({
  id: "package-solution-kinds",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "One solution holds the connector alone, and another one a flow with it.",
  why: "The connector is taken from the first and tried out with the second; what a solution declares has to lie in it, too.",
  todo: "Export the connector in a solution of its own, and a flow that uses it, with the connector, in a second one.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const pack = packageOf(entity);
      const all = pack ? solutions(pack) : [];
      // How many there are is said by another rule.
      if (!pack || all.length < 2) return;
      const kinds = all.map((solution) => ({ solution, declares: declaredBy(pack, solution) }));
      for (const { solution, declares } of kinds)
        for (const [section, folders] of FOLDERS) {
          if (!declares.includes(section)) continue;
          const there = new Set(
            pack
              .in(solution.path)
              .filter(({ isFolder }) => isFolder)
              .map(({ name }) => name.toLowerCase()),
          );
          const missing = folders.filter((name) => !there.has(name.toLowerCase()));
          if (missing.length)
            report({
              at: pack.placeOf(solution),
              message: `${solution.name} declares ${section} but lacks the folder ${missing.join(" and ")}.`,
            });
        }
      const isAlone = ({ declares }: { declares: readonly string[] }): boolean => declares.join() === "Connectors";
      const hasFlow = ({ declares }: { declares: readonly string[] }): boolean =>
        declares.includes("Connectors") && declares.includes("Workflows");
      if (!kinds.some(isAlone)) report({ at: pack.placeOf(all[0]), message: "No solution holds the connector alone." });
      if (!kinds.some(hasFlow))
        report({ at: pack.placeOf(all.at(-1)), message: "No solution holds a flow together with the connector." });
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/a.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^ No solution holds the connector alone.
package.zip/PkgAssets/a.zip/Connector/
package.zip/PkgAssets/a.zip/Workflows/
package.zip/PkgAssets/a.zip/customizations.xml: Connectors, Workflows
package.zip/PkgAssets/b.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.zip declares Workflows but lacks the folder Workflows.
package.zip/PkgAssets/b.zip/Connector/
package.zip/PkgAssets/b.zip/customizations.xml: Connectors, Workflows
`,
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/a.zip
package.zip/PkgAssets/a.zip/Connector/
package.zip/PkgAssets/a.zip/customizations.xml: Connectors
package.zip/PkgAssets/b.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^ No solution holds a flow together with the connector.
package.zip/PkgAssets/b.zip/Connector/
package.zip/PkgAssets/b.zip/customizations.xml: Connectors
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
package.zip/PkgAssets/connector.zip/customizations.xml: Connectors
package.zip/PkgAssets/connector.zip/solution.xml
package.zip/PkgAssets/flow.zip
package.zip/PkgAssets/flow.zip/Connector/
package.zip/PkgAssets/flow.zip/Workflows/
package.zip/PkgAssets/flow.zip/[Content_Types].xml
package.zip/PkgAssets/flow.zip/customizations.xml: Connectors, Workflows
package.zip/PkgAssets/flow.zip/solution.xml
`,
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/only.zip
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No package
`,
    ],
  },
});
