/** `npm run new <kind> <name>`: scaffolds one rule, change, feature, command, view, route or CLI command, and generates the rest. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

const templates: Readonly<
  Record<
    string,
    { readonly file: (name: string) => string; readonly text: (name: string) => string; readonly next: string }
  >
> = {
  rule: {
    file: (id) => `core/checklist/rules/${id}.ts`,
    text: (id) => `import { defineRule } from "../rule.ts";

export default defineRule({
  id: "${id}",
  section: "operations",
  families: ["definition"],
  severity: "warning",
  since: "0.1.0",
  summary: "Say in one sentence what is expected.",
  why: "Say what goes wrong for people when it does not hold.",
  todo: "Say what the author has to do.",
  source: "Name the document that the rule comes from",
  check: {
    operation({ id, item, description }, { report }) {
      if (description.string?.trim()) return;
      report({ at: item.keyPlace, message: \`Operation \${id} …\` });
    },
  },
  examples: {
    bad: [
      \`operations:
  list_items:
  ^^^^^^^^^^
    method: GET
\`,
    ],
    good: [
      \`operations:
  list_items:
    description: Lists items.
\`,
    ],
  },
});
`,
    next: "Write the check and its examples, then run: npm run generate && npx vitest run test/core/rules.test.ts",
  },
  change: {
    file: (id) => `core/versioning/rules/${id}.ts`,
    text: (id) => `import { defineVersionRule } from "../rule.ts";

const before = \`{ "swagger": "2.0" }\`;
const after = \`{ "swagger": "2.0" }\`;

export default defineVersionRule({
  id: "${id}",
  change: "operation.external-docs-changed",
  // Without a condition this would compete with the rule that judges this kind of fact already.
  when: (fact) => fact.entity === "never",
  families: ["powerplatform", "definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "Say in one sentence what changed.",
  why: "Say who breaks, and how.",
  todo: "Say how to avoid it.",
  message: (fact) => \`\${fact.entity} changed.\`,
  examples: [
    { before, after, expect: ["${id}"] },
    { before: after, after: before, expect: [] },
  ],
});
`,
    next: "Write the judgement and its examples, then run: npm run generate && npx vitest run test/core/changes.test.ts",
  },
  feature: {
    file: (name) => `server/features/${name}.ts`,
    text: (name) => `import { defineFeature, locate } from "../feature.ts";

export default defineFeature<{ textDocument: { uri: string } }>({
  name: "${name}",
  capability: {},
  request: "textDocument/${name}",
  async handle({ textDocument }, services) {
    const located = await locate(services, textDocument.uri);
    return located ? [] : undefined;
  },
});
`,
    next: "Set the LSP method and the capability, add it to server/features/index.ts, and write a test in test/server.",
  },
  cli: {
    file: (name) => `cli/commands/${name}.ts`,
    text: (name) => `import { type Command, parseArgs } from "../command.ts";

const command: Command = {
  name: "${name}",
  summary: "Say in one sentence what it does.",
  usage: "patchbay ${name}",
  async run(args, io) {
    parseArgs(args, [], []);
    io.stdout("");
    return 0;
  },
};
export default command;
`,
    next: "Add it to the list in cli/main.ts and write a test in test/cli.",
  },
};

const [kind = "", name = ""] = process.argv.slice(2);
const other: Readonly<Record<string, string>> = {
  command: "Copy client/commands/refresh.ts and follow the recipe for commands in CONTRIBUTING.md.",
  view: "Copy client/views/usage.ts and follow the recipe for views in CONTRIBUTING.md.",
  route: "Add a row to the table in core/api/routes.ts and follow the recipe for routes in CONTRIBUTING.md.",
};
const template = templates[kind];
if (!template) {
  process.stderr.write(
    `${other[kind] ?? `There is no kind "${kind}".`} Kinds: ${[...Object.keys(templates), ...Object.keys(other)].join(", ")}.\n`,
  );
  process.exit(2);
}
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write(`A name is made of lower-case words joined by hyphens: npm run new ${kind} my-name\n`);
  process.exit(2);
}
const file = template.file(name);
if (existsSync(path.join(root, file))) {
  process.stderr.write(`${file} exists already.\n`);
  process.exit(2);
}
mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
writeFileSync(path.join(root, file), template.text(name));
process.stdout.write(`Created ${file}.\n${template.next}\n`);
if (kind === "rule" || kind === "change") {
  const { status } = spawnSync(
    process.execPath,
    ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", path.join(root, "scripts", "generate.ts")],
    { cwd: root, stdio: "inherit" },
  );
  process.exit(status ?? 1);
}
