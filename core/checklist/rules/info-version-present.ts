import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "info-version-present",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition has a version.",
  why: "Swagger demands `info.version`; without it nobody can tell two states of the connector apart.",
  todo: 'Add `version` to `info`, for a new connector "1.0.0". It is text, so the quotes belong to it.',
  source: "Swagger 2.0, Info Object; schema of the definition",
  check: {
    connector(connector, { report }) {
      const info = swaggerRoot(connector).get("info");
      if (!lacksText(info, "version")) return;
      report({
        at: memberPlace(info, "version"),
        message: "The definition has no version.",
        fix: { title: 'Add "version": "1.0.0"', edits: () => setMember(info, "version", "1.0.0", "title") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": {
  ^^^^^^ The definition has no version.
    "title": "Items",
    "description": "Manages items."
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": " " }
                                         ^^^ The definition has no version.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": "v2" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": 
`,
      `{ "swagger": "2.0" }
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Items",
    "version": "1.0.0",
    "description": "Manages items."
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": "1.0.0" }
}
`,
    ],
  },
});
