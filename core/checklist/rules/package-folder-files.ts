import { baseName, dirName, isExtra } from "../../model/files.ts";
import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-folder-files",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The folder holds the files of the connector and nothing else.",
  why: "What lies beside them is published with them; screenshots and samples belong into the pull request.",
  todo: "Keep `apiDefinition.swagger.json`, `apiProperties.json`, `readme.md` and, where there is one, `script.csx`; take everything else out.",
  source: "Read-me of the connectors repository; Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    entity({ kind, file }, { connector, report }) {
      if (kind !== "file" || file === connector.main) return;
      const folder = dirName(connector.main.path);
      const path = folder && file.path.startsWith(`${folder}/`) ? file.path.slice(folder.length + 1) : file.path;
      if (path.includes("/") && path !== file.path) {
        report({ at: firstLine(file), message: `The folder ${dirName(path)} is no part of a connector.` });
        return;
      }
      const name = baseName(path);
      const isStrange =
        file.role === "icon" ? !/^icon\.(?:png|svg)$/i.test(name) : isExtra(file.path) && !/\.cs$/i.test(name);
      if (isStrange) report({ at: firstLine(file), message: `${name} is no file of a connector.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== FlowRun.png ===
PNG 800x600, 90000 bytes, corners #ffffff
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FlowRun.png is no file of a connector.
=== notes.txt ===
Ask Robin.
^^^^^^^^^^ notes.txt is no file of a connector.
=== package.zip ===
intro.md
^^^^^^^^ package.zip is no file of a connector.
`,
      `=== Items/apiDefinition.swagger.json ===
{ "swagger": "2.0" }
=== Items/images/flow.png ===
PNG 800x600, 90000 bytes, corners #ffffff
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The folder images is no part of a connector.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== readme.md ===
# Items
=== script.csx ===
using System;
=== icon.png ===
PNG 230x230, 5321 bytes, corners #0a4b8c
`,
    ],
  },
});
