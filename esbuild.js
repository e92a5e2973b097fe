// Bundles what is shipped. `node esbuild.js [--dev]` builds all entries; scripts/build.ts and the tests call the functions.
// An entry whose source file is absent is skipped and said so, so that a part can be built before the others exist.

const esbuild = require("esbuild");
const fs = require("node:fs");
const path = require("node:path");

const root = __dirname;

/** Node bundles look at `module` before `main`: the UMD builds of the LSP packages hide their requires from a bundler. */
const node = { platform: "node", format: "cjs", mainFields: ["module", "main"] };
const web = {
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  conditions: ["browser"],
  target: "es2022",
};

const entries = [
  { in: "client/extension.ts", out: "dist/extension.cjs", ...node, target: "node20", external: ["vscode"] },
  { in: "client/extension.web.ts", out: "dist/web/extension.js", ...web, format: "cjs", external: ["vscode"] },
  { in: "server/main.node.ts", out: "dist/server.cjs", ...node, target: "node20" },
  { in: "server/main.web.ts", out: "dist/web/server.js", ...web, format: "iife" },
  { in: "cli/main.ts", out: "dist/cli.cjs", ...node, target: "node20", shebang: true },
  { in: "registry/main.ts", out: "dist/registry.cjs", ...node, target: "node22" },
];

/** Builds one entry; gives `{ out, bytes }`, or `{ out, missing }` when its source does not exist. */
async function buildEntry({ in: source, out, shebang, ...options }, { minify = true, sourcemap = false } = {}) {
  const from = path.join(root, source);
  if (!fs.existsSync(from)) return { out, missing: source };
  const own = shebang && fs.readFileSync(from, "utf8").startsWith("#!");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [from],
    outfile: path.join(root, out),
    bundle: true,
    minify,
    sourcemap,
    legalComments: "none",
    logLevel: "warning",
    ...(shebang && !own ? { banner: { js: "#!/usr/bin/env node" } } : {}),
    ...options,
  });
  if (shebang) fs.chmodSync(path.join(root, out), 0o755);
  return { out, bytes: fs.statSync(path.join(root, out)).size };
}

/** Builds all entries, side by side. */
async function buildAll(options) {
  return Promise.all(entries.map((entry) => buildEntry(entry, options)));
}

module.exports = { entries, node, web, buildEntry, buildAll };

if (require.main === module) {
  const dev = process.argv.includes("--dev");
  buildAll({ minify: !dev, sourcemap: dev ? "linked" : false }).then(
    (results) => {
      for (const { out, bytes, missing } of results)
        console.log(missing ? `${out}: skipped, ${missing} does not exist` : `${out}: ${Math.round(bytes / 1024)} kB`);
    },
    () => process.exit(1),
  );
}
