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
  { in: "server/main.node.ts", out: "dist/server.cjs", ...node, target: "node20", later: "server/engine.ts" },
  { in: "server/main.web.ts", out: "dist/web/server.js", ...web, format: "iife" },
  { in: "cli/main.ts", out: "dist/cli.cjs", ...node, target: "node20", shebang: true },
  { in: "registry/main.ts", out: "dist/registry.cjs", ...node, target: "node22", verdictsOnly: true },
];

const laterOut = (out) => out.replace(/\.cjs$/, "-engine.cjs");

/** Leaves the dynamic import of a module to a bundle that lies beside the one that imports it. */
function loadedLater(source, out) {
  return {
    name: "loaded-later",
    setup(build) {
      build.onResolve({ filter: /\.ts$/ }, ({ kind, path: to, resolveDir }) =>
        kind === "dynamic-import" && path.join(resolveDir, to) === path.join(root, source)
          ? { path: `./${path.basename(out)}`, external: true }
          : undefined,
      );
    },
  };
}

/** Where the value that begins at an offset ends: brackets are matched, texts are passed over. */
function valueEnd(text, from) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === "`" || char === '"' || char === "'") {
      for (at++; at < text.length && text[at] !== char; at++) if (text[at] === "\\") at++;
    } else if ("[{(".includes(char)) depth++;
    else if ("]})".includes(char) && --depth === 0) return at + 1;
  }
  return -1;
}

/**
 * Leaves the examples out of rules: tests and documentation are made of them, and nothing that is shipped reads them. They are more than
 * half of the text of all rules.
 */
const withoutExamples = (verdictsOnly) => ({
  name: "without-examples",
  setup(build) {
    build.onLoad({ filter: /[\\/](?:checklist|versioning)[\\/]rules[\\/][\w-]+\.ts$/ }, async ({ path: file }) => {
      let contents = await fs.promises.readFile(file, "utf8");
      for (const name of ["examples", "witness"]) {
        const start = contents.search(new RegExp(`^  ${name}: [[{]`, "m"));
        const end = start < 0 ? -1 : valueEnd(contents, start);
        if (end >= 0) contents = contents.slice(0, start) + contents.slice(end).replace(/^,/, "");
      }
      // A registry says what is wrong; what to do about it is explained where it is written.
      if (verdictsOnly) contents = contents.replace(EXPLANATION, '  $1: "",');
      return { contents, loader: "ts" };
    });
  },
});

/** A member of a rule that explains it to people, on its line or on the next one. */
const EXPLANATION = /^ {2}(summary|why|todo|source|breaks):\s+"(?:[^"\\\n]|\\.)*",$/gm;

/** Builds one entry; gives `{ out, bytes }`, or `{ out, missing }` when its source does not exist. */
async function buildEntry(
  { in: source, out, shebang, later, verdictsOnly, ...options },
  { minify = true, sourcemap = false } = {},
) {
  const from = path.join(root, source);
  if (!fs.existsSync(from)) return { out, missing: source };
  const own = shebang && fs.readFileSync(from, "utf8").startsWith("#!");
  const bundle = (entry, outfile, more = {}) =>
    esbuild.build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: path.join(root, outfile),
      bundle: true,
      minify,
      sourcemap,
      legalComments: "none",
      logLevel: "warning",
      ...options,
      ...more,
      plugins: [withoutExamples(verdictsOnly), ...(more.plugins ?? [])],
    });
  await bundle(from, out, {
    ...(shebang && !own ? { banner: { js: "#!/usr/bin/env node" } } : {}),
    ...(later && { plugins: [loadedLater(later, laterOut(out))] }),
  });
  // What an entry imports later is a bundle of its own beside it, so that starting does not wait for it.
  if (later) await bundle(path.join(root, later), laterOut(out));
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
