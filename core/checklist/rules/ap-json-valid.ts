import { insertMember, remove } from "../../syntax/edits.ts";
import { Item } from "../../syntax/item.ts";
import type { TextEdit } from "../../syntax/source.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacks } from "../swagger.ts";

const ROOT = ["properties", "$schema"];

/** Puts everything that the root holds into `properties`, without touching a line of it. */
function wrap(root: Item): TextEdit[] {
  const { file } = root;
  const tree = file.tree;
  if (!tree) return [];
  const open = tree.start(root.node) + 1;
  const close = tree.end(root.node) - 1;
  return [
    { path: file.path, start: open, end: open, newText: ' "properties": {' },
    { path: file.path, start: close, end: close, newText: "} " },
  ];
}

export default defineRule({
  id: "ap-json-valid",
  section: "publication",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "apiProperties.json holds one object called properties, and everything else in it.",
  why: "The tools read `properties` only; what stands beside it is lost without a word.",
  todo: "Move publisher, connection parameters, policies and the like into `properties`.",
  source: "Schema of apiProperties.json; solution checker",
  check: {
    connector(connector, { report }) {
      const file = connector.main.role === "properties" ? connector.main : connector.file("properties");
      const root = file && Item.root(file);
      if (!root?.isObject || !isComplete(root)) return;
      const properties = root.get("properties");
      const others = root.children().filter(({ key }) => !ROOT.includes(key));
      if (lacks(root, "properties")) {
        const movable = others.length === root.children().length && others.length > 0;
        report({
          at: root.keyPlace,
          message: 'apiProperties.json has no "properties".',
          fix: movable
            ? { title: 'Put everything into "properties"', edits: () => wrap(root) }
            : !root.children().length
              ? { title: 'Add "properties"', edits: () => insertMember(root, "properties", {}) }
              : [],
        });
        return;
      }
      for (const member of others) {
        const movable = properties.isObject && !properties.get(member.key).exists;
        report({
          at: member.keyPlace,
          message: `"${member.key}" stands beside "properties" and not in it.`,
          fix: movable
            ? {
                title: 'Move it into "properties"',
                edits: () => [...remove(member), ...insertMember(properties, member.key, member.toData())],
              }
            : { title: `Remove "${member.key}"`, edits: () => remove(member) },
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
^ apiProperties.json has no "properties".
  "publisher": "Acme",
  "capabilities": []
}
`,
      `=== apiProperties.json ===
{
  "publisher": "Acme",
  ^^^^^^^^^^^ "publisher" stands beside "properties" and not in it.
  "properties": {
    "iconBrandColor": "#123456"
  },
  "iconBrandColor": "#654321"
  ^^^^^^^^^^^^^^^^ "iconBrandColor" stands beside "properties" and not in it.
}
`,
      `=== apiProperties.json ===
{}
^ apiProperties.json has no "properties".
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "$schema": "https://example.com/schema.json",
  "properties": { "publisher": "Acme" }
}
`,
      `=== apiProperties.json ===
{ "publisher": "Acme",
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{ "properties": {
  "publisher": "Acme",
  "capabilities": []
} }
`,
      `=== apiProperties.json ===
{
  "properties": {
    "iconBrandColor": "#123456",
    "publisher": "Acme"
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {}
}
`,
    ],
  },
});
