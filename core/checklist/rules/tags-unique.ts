import { remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "tags-unique",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The list of tags describes every tag once.",
  why: "Of two descriptions of one tag only one can hold; the validator refuses the list.",
  todo: "Remove the repetition, and move what only it says to the first one.",
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["TagRedefined"],
  check: {
    connector(connector, { report }) {
      const seen = new Set<string>();
      for (const tag of swaggerRoot(connector).get("tags").children()) {
        const item = tag.get("name");
        const name = item.string;
        if (!name) continue;
        if (seen.has(name))
          report({
            at: item.place,
            message: `The tag ${name} is described twice.`,
            fix: { title: `Remove this description of ${name}`, edits: () => remove(tag) },
          });
        seen.add(name);
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "tags": [
    { "name": "Items", "description": "Everything about items." },
    { "name": "Lists" },
    { "name": "Items" }
              ^^^^^^^ The tag Items is described twice.
  ]
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "tags": [{ "name": "Items" }, { "name": "items" }, { "name": "" }, { "name": "" }, {}]
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "tags": [
    { "name": "Items", "description": "Everything about items." },
    { "name": "Lists" }
  ]
}
`,
    ],
  },
});
