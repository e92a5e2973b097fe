import { baseName, dirName } from "../../model/files.ts";
import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacks, lacksText, swaggerRoot } from "../swagger.ts";
import { titleFromName } from "../text.ts";

/** Titles that tools and templates write and that nobody has chosen. */
const PLACEHOLDER = /^(?:default title|title|untitled|my connector|connector title|<.*>|\[.*\]|\{.*\})$/i;

export default defineRule({
  id: "title-required",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition has a title of its own.",
  why: "It is the connector's name in every list; nobody finds a connector called Default title.",
  todo: "Set `info.title` to the name of the product or service.",
  source: "Microsoft Learn, preparing connector files for certification; swagger validator errors",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const info = root.get("info");
      const { title } = connector;
      const text = title.string?.trim() ?? "";
      const placeholder = PLACEHOLDER.test(text);
      const absent = lacks(root, "info");
      if (!absent && !lacksText(info, "title") && !placeholder) return;
      const folder = baseName(dirName(connector.main.path));
      const name = /\s/.test(folder) ? folder : titleFromName(folder);
      report({
        at: title.exists ? title.place : info.exists ? info.keyPlace : root.keyPlace,
        message: placeholder ? `"${text}" is a placeholder and no title.` : "The definition has no title.",
        ...(name && {
          fix: {
            title: `Set the title to "${name}"`,
            edits: () => (absent ? setMember(root, "info", { title: name }) : setMember(info, "title", name)),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `=== contoso-tasks/apiDefinition.swagger.json ===
{
  "swagger": "2.0",
  "info": {
    "title": "Default title"
             ^^^^^^^^^^^^^^^ "Default title" is a placeholder and no title.
  }
}
`,
      `=== Contoso Tasks/apiDefinition.swagger.json ===
{
^ The definition has no title.
  "swagger": "2.0",
  "paths": {}
}
`,
      `{
  "swagger": "2.0",
  "info": { "version": "1.0", "title": " " }
                                       ^^^ The definition has no title.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Title Registry" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title":
`,
      `=== apiProperties.json ===
{ "properties": {} }
`,
    ],
    fixed: [
      `=== contoso-tasks/apiDefinition.swagger.json ===
{
  "swagger": "2.0",
  "info": {
    "title": "Contoso Tasks"
  }
}
`,
      `=== Contoso Tasks/apiDefinition.swagger.json ===
{
  "swagger": "2.0",
  "paths": {},
  "info": {
    "title": "Contoso Tasks"
  }
}
`,
      undefined,
    ],
  },
});
