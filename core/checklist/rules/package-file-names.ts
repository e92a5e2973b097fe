import { baseName } from "../../model/files.ts";
import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

/** What is meant, by how it is often misspelt. */
const EXACT: readonly (readonly [RegExp, string])[] = [
  [/^api[-_ ]?definition(?:\.swagger)?\.json$/i, "apiDefinition.swagger.json"],
  [/^api[-_ ]?properties\.json$/i, "apiProperties.json"],
];

export default defineRule({
  id: "package-file-names",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The files are called exactly as they have to be.",
  why: "Checks and tools find them by their names, letter case included; a file with another name is not there for them.",
  todo: "Rename it, for example to `apiDefinition.swagger.json`.",
  source: "Pipelines of the connectors repository",
  check: {
    connector({ files, isFolder, root }, { report }) {
      if (!isFolder) return;
      for (const file of files) {
        const name = baseName(file.path);
        const wanted = EXACT.find(([pattern]) => pattern.test(name))?.[1];
        if (!wanted || wanted === name || files.some(({ path }) => baseName(path) === wanted)) continue;
        report({
          at: file.tree
            ? file.role === "definition"
              ? root.keyPlace
              : { file, start: 0, end: 1, pointer: "" }
            : firstLine(file),
          message: `The file is called ${name} and not ${wanted}.`,
          fix: { title: `Rename it to ${wanted}`, edits: () => [], rename: { path: file.path, to: wanted } },
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apidefinition.swagger.json ===
{
^ The file is called apidefinition.swagger.json and not apiDefinition.swagger.json.
  "swagger": "2.0"
}
=== ApiProperties.json ===
{ "properties": {} }
^ The file is called ApiProperties.json and not apiProperties.json.
`,
    ],
    good: [
      `=== apiDefinition.swagger.json ===
{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": {} }
`,
      `=== tides.swagger.json ===
{ "swagger": "2.0" }
=== tides.apiProperties.json ===
{ "properties": {} }
`,
    ],
    fixed: [
      `=== apiDefinition.swagger.json ===
{
  "swagger": "2.0"
}
=== apiProperties.json ===
{ "properties": {} }
`,
    ],
  },
});
