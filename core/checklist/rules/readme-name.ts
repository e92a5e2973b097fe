import { baseName } from "../../model/files.ts";
import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "readme-name",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The readme is called readme.md.",
  why: "The template writes it in small letters, and a name that is always the same is found by every tool.",
  todo: "Rename the file to readme.md.",
  source: "Templates of the connectors repository",
  check: {
    entity({ file }, { report }) {
      const name = baseName(file.path);
      if (file.role !== "readme" || !/^readme\.md$/i.test(name) || name === "readme.md") return;
      report({ at: firstLine(file), message: `The readme is called ${name} and not readme.md.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== README.md ===
# Contoso
^^^^^^^^^ The readme is called README.md and not readme.md.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== readme.md ===
# Contoso
`,
      `{ "swagger": "2.0" }
=== Intro.md ===
# Contoso
`,
    ],
  },
});
