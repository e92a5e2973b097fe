import type { Item } from "../../syntax/item.ts";
import type { TextEdit } from "../../syntax/source.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";

const ORDER = ["swagger", "info", "host", "schemes", "consumes", "produces", "paths", "definitions", "parameters"];
/** Members of one rank may stand in any order. */
const RANKS: ReadonlyMap<string, number> = new Map(
  [
    ["swagger"],
    ["info"],
    ["host", "schemes"],
    ["consumes", "produces"],
    ["paths"],
    ["definitions"],
    ["parameters"],
  ].flatMap((keys, rank) => keys.map((key) => [key, rank] as const)),
);
const rankOf = ({ key }: Item): number => RANKS.get(key) ?? -1;

/** Lets members change places; everything between and beside them stays where it is. */
function reorder(members: readonly Item[]): TextEdit[] {
  const sorted = [...members].sort((one, other) => rankOf(one) - rankOf(other));
  return members.flatMap(({ file, node }, index) => {
    const { tree } = file;
    const other = sorted[index]?.node ?? node;
    if (!tree || other === node) return [];
    const newText = tree.slice(tree.keyStart(other), tree.end(other));
    return [{ path: file.path, start: tree.keyStart(node), end: tree.end(node), newText }];
  });
}

export default defineRule({
  id: "coding-order",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The sections of the definition stand in the usual order.",
  why: "Who reviews many connectors finds things where they always are.",
  todo: `Write them in this order: ${ORDER.join(", ")}. Other sections may stand anywhere.`,
  source: "Microsoft Learn, coding standards",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      if (!isComplete(root)) return;
      const members = root.children().filter(({ key }) => RANKS.has(key));
      const index = members.findIndex((member, at) => at > 0 && rankOf(member) < rankOf(members[at - 1] as Item));
      const [before, late] = [members[index - 1], members[index]];
      if (!before || !late) return;
      report({
        at: late.keyPlace,
        message: `"${late.key}" stands behind "${before.key}"; usually it comes before it.`,
        fix: { title: "Put the sections into the usual order", edits: () => reorder(members) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {}
  },
  "x-own": 1,
  "info": { "title": "Tailwind" },
  ^^^^^^ "info" stands behind "paths"; usually it comes before it.
  "host": "api.tailwind.example"
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": {},
  "schemes": ["https"],
  "host": "api.tailwind.example",
  "securityDefinitions": {},
  "produces": [],
  "consumes": [],
  "paths": {},
  "tags": [],
  "parameters": {}
}
`,
      `{ "paths": {}, "swagger": "2.0"
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Tailwind" },
  "x-own": 1,
  "host": "api.tailwind.example",
  "paths": {
    "/items": {}
  }
}
`,
    ],
  },
});
