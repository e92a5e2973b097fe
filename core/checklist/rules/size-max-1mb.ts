import { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";

const MAX = 1_048_576;

/** A size as people say it. */
function megabytes(size: number): string {
  return `${(Math.ceil((size / MAX) * 100) / 100).toFixed(2)} MB`;
}

export default defineRule({
  id: "size-max-1mb",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition is not larger than 1 MB.",
  why: "The platform refuses larger files.",
  todo: "Share schemas that are repeated in `definitions`, leave out what makers do not need, or split the connector by topics.",
  source: "Microsoft Learn, preparing connector files for certification; custom connector FAQ",
  check: {
    connector({ main }, { report }) {
      const root = Item.root(main);
      // Characters are counted and not bytes: nearly all of a definition is ASCII, and counting is for nothing.
      const size = main.tree?.width(root.node) ?? 0;
      if (size <= MAX || main.role === "properties") return;
      report({
        at: root.keyPlace,
        message: `The definition has ${megabytes(size)}; 1 MB is allowed.`,
      });
    },
  },
  examples: {
    bad: [
      `{
^ The definition has 1.01 MB; 1 MB is allowed.
  "swagger": "2.0",
  "definitions": { "Country": {}, "Item": { "description": "<1048488 times a>" } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": { "Country": {}, "Item": { "description": "<1048487 times a>" } }
}
`,
      `{
  "swagger": "2.0",
  "info":
`,
    ],
  },
});
