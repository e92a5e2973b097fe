import { assetsFolder, declaredBy, packageOf, solutions } from "../packages.ts";
import { defineRule } from "../rule.ts";

const [CONNECTOR, FLOW, PLUGIN] = ["Connector", "Workflows", "aicopilot_aiplugin"];
/** What a solution declares, and the folders that this needs. */
const FOLDERS: readonly (readonly [string, readonly string[]])[] = [
  [CONNECTOR, ["Connector"]],
  [FLOW, ["Workflows", "Connector"]],
  [PLUGIN, ["aiplugins", "aipluginoperations", "Connector"]],
];
/** The solutions that there have to be: what they declare, in the order of above, and how they are called. */
const KINDS = [
  [[CONNECTOR], "the connector alone"],
  [[CONNECTOR, FLOW], "the connector and a flow"],
] as const;
/** Where there is a third solution, it brings a plug-in. */
const WITH_PLUGIN = [...KINDS, [[CONNECTOR, PLUGIN], "the connector and a plug-in"]] as const;

export default defineRule({
  id: "package-solution-kinds",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary:
    "One solution holds the connector alone, another one a flow with it, and a third one, if there is one, a plug-in.",
  why: "The connector is taken from the first and tried out with the second; what a solution declares has to lie in it, too.",
  todo: "Export the connector in a solution of its own, and a flow that uses it, with the connector, in a second one.",
  source: "Microsoft Learn, submitting a connector for certification; package validator of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const pack = packageOf(entity);
      const all = pack ? solutions(pack) : [];
      // How many there are, and which of them cannot be read, is said by other rules.
      if (!pack || all.length < 2 || all.length > 3 || all.some(({ path }) => pack.problemOf(path))) return;
      const declared = all.map((solution) => declaredBy(pack, solution));
      all.forEach((solution, index) => {
        const there = pack.in(solution.path).filter(({ isFolder }) => isFolder);
        const needed = FOLDERS.filter(([what]) => declared[index]?.includes(what)).flatMap(([, folders]) => folders);
        const missing = [...new Set(needed)].filter(
          (name) => !there.some((folder) => folder.name.toLowerCase() === name.toLowerCase()),
        );
        if (missing.length)
          report({
            at: pack.placeOf(solution),
            message: `${solution.name} declares ${declared[index]?.join(" and ")} but lacks the folder ${missing.join(" and ")}.`,
          });
      });
      for (const [what, name] of all.length === 3 ? WITH_PLUGIN : KINDS)
        if (!declared.some((each) => each.join() === what.join()))
          report({ at: pack.placeOf(assetsFolder(pack)), message: `No solution holds ${name}.` });
    },
  },
  examples: {
    bad: [
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
^^^^^^^^^^^^^^^^^^^^^^ No solution holds the connector alone.
package.zip/PkgAssets/a.zip
package.zip/PkgAssets/a.zip/Connector/
package.zip/PkgAssets/a.zip/Workflows/
package.zip/PkgAssets/a.zip/customizations.xml: Connector, Workflows
package.zip/PkgAssets/b.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^ b.zip declares Connector and Workflows but lacks the folder Workflows.
package.zip/PkgAssets/b.zip/Connector/
package.zip/PkgAssets/b.zip/customizations.xml: Connector, Workflows
`,
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
^^^^^^^^^^^^^^^^^^^^^^ No solution holds the connector and a flow.
^^^^^^^^^^^^^^^^^^^^^^ No solution holds the connector and a plug-in.
package.zip/PkgAssets/a.zip
package.zip/PkgAssets/a.zip/Connector/
package.zip/PkgAssets/a.zip/customizations.xml: Connector
package.zip/PkgAssets/b.zip
package.zip/PkgAssets/b.zip/customizations.xml
package.zip/PkgAssets/c.zip
^^^^^^^^^^^^^^^^^^^^^^^^^^^ c.zip declares aicopilot_aiplugin but lacks the folder aipluginoperations and Connector.
package.zip/PkgAssets/c.zip/aiplugins/
package.zip/PkgAssets/c.zip/customizations.xml: aicopilot_aiplugin
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
      `=== submission.zip ===
package.zip
package.zip/PkgAssets/
package.zip/PkgAssets/a.zip
package.zip/PkgAssets/a.zip/Connector/
package.zip/PkgAssets/a.zip/customizations.xml: Connector
package.zip/PkgAssets/b.zip
package.zip/PkgAssets/b.zip/Connector/
package.zip/PkgAssets/b.zip/Workflows/
package.zip/PkgAssets/b.zip/customizations.xml: Connector, Workflows
package.zip/PkgAssets/c.zip
package.zip/PkgAssets/c.zip/Connector/
package.zip/PkgAssets/c.zip/aipluginoperations/
package.zip/PkgAssets/c.zip/aiplugins/
package.zip/PkgAssets/c.zip/customizations.xml: Connector, aicopilot_aiplugin
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
