import { dirName } from "../../model/files.ts";
import { changedFolders, KINDS, pullRequestOf } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

const FOLDERS: readonly string[] = Object.values(KINDS).map(({ folder }) => folder);

export default defineRule({
  id: "pr-folder",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector lies in the folder of its kind.",
  why: "Checks and reviewers find connectors by that folder, and apply what holds for the kind.",
  todo: "Move the connector to `certified-connectors/`, `independent-publisher-connectors/` or `custom-connectors/`.",
  source: "Read-me and pull request template of the connectors repository",
  when: "submission",
  check: {
    entity(entity, { connector, profile, report }) {
      if (!pullRequestOf(entity)) return;
      const { folder } = KINDS[profile];
      const own = dirName(connector.main.path).split("/").at(-1);
      for (const path of changedFolders(entity))
        if (path.split("/").at(-1) === own && !FOLDERS.includes(path.split("/")[0] ?? ""))
          report({
            at: connector.root.keyPlace,
            message: `The connector lies in ${path}; it is to lie in ${folder}/${own}.`,
          });
    },
  },
  examples: {
    bad: [
      `=== Tides/apiDefinition.swagger.json ===
{
^ The connector lies in Tides; it is to lie in certified-connectors/Tides.
  "swagger": "2.0"
}
=== pull-request.event.json ===
{ "pull_request": {}, "connectors": ["Tides", "certified-connectors/Other"] }
`,
    ],
    good: [
      `=== Tides/apiDefinition.swagger.json ===
{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": {}, "connectors": ["certified-connectors/Tides"] }
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No pull request
`,
    ],
  },
});
