import type { Connector } from "../../model/connector.ts";
import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace, swaggerRoot } from "../swagger.ts";

/** The first paragraph of the readme that is plain prose, if it would do as a description. */
function firstParagraph(connector: Connector): string | undefined {
  const text = connector.file("readme")?.text.replace(/\r\n?/g, "\n") ?? "";
  for (const block of text.split(/\n\s*\n/)) {
    const lines = block.split("\n").filter((line) => !/^\s*#/.test(line));
    const prose = lines.join(" ").replace(/\s+/g, " ").trim();
    if (/^[\p{L}\p{N}]/u.test(prose) && !/[[\]<>|`*_]/.test(prose) && prose.length >= 30 && prose.length <= 500)
      return prose;
  }
  return undefined;
}

export default defineRule({
  id: "desc-required",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition has a description of the connector.",
  why: "The catalogue shows it under the title; without one people cannot tell what the connector is for.",
  todo: "Add `info.description`, in English: one or two sentences about the service and what can be done with it.",
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const info = swaggerRoot(connector).get("info");
      if (!lacksText(info, "description")) return;
      const text = firstParagraph(connector);
      report({
        at: memberPlace(info, "description"),
        message: "The connector has no description.",
        ...(text && {
          fix: {
            title: "Add the first paragraph of the readme as description",
            edits: () => setMember(info, "description", text, "title"),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": {
  ^^^^^^ The connector has no description.
    "title": "Contoso Tasks",
    "version": "1.0"
  }
}
=== readme.md ===
# Contoso Tasks
Contoso Tasks plans, assigns and tracks
the work of a team.

## Prerequisites
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks", "description": "" }
                                                     ^^ The connector has no description.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "description": "Tasks." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "description":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso Tasks",
    "description": "Contoso Tasks plans, assigns and tracks the work of a team.",
    "version": "1.0"
  }
}
=== readme.md ===
# Contoso Tasks
Contoso Tasks plans, assigns and tracks
the work of a team.

## Prerequisites
`,
      undefined,
    ],
  },
});
