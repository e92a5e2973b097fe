// Runs one of the project's tasks: `node scripts/run.cjs <task> [arguments]`.
// It is plain JavaScript that older versions of Node understand too, because on a fresh clone it is all there is: it installs the
// pinned dependencies when they are missing or older than the lockfile, and then hands over to the Node that comes with them.
"use strict";
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");
const modules = path.join(root, "node_modules");
const windows = process.platform === "win32";

function install() {
  const stamp = path.join(modules, ".patchbay-lock");
  const wanted = createHash("sha256")
    .update(fs.readFileSync(path.join(root, "package-lock.json")))
    .digest("hex");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) return;
  process.stderr.write("Installing the pinned dependencies (once per lockfile) ...\n");
  const result = spawnSync(windows ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // What a task prints may be data, so that nothing else goes to standard output.
    stdio: ["ignore", 2, "inherit"],
    shell: windows,
  });
  if (result.status !== 0) {
    process.stderr.write(
      "The dependencies could not be installed: see npm's message above, then run the command again.\n",
    );
    process.exit(result.status || 1);
  }
  fs.writeFileSync(stamp, wanted);
}

const [task, ...rest] = process.argv.slice(2);
const script = path.join(root, "scripts", `${task}.ts`);
if (!task || !fs.existsSync(script)) {
  process.stderr.write(`There is no task "${task || ""}". Tasks are the files scripts/<task>.ts.\n`);
  process.exit(2);
}
install();
const bundled = path.join(modules, "node", "bin", windows ? "node.exe" : "node");
const node = fs.existsSync(bundled) ? bundled : process.execPath;
const child = spawn(node, ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", script, ...rest], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env.PATH },
});
// The task itself decides what an interruption means; this process only waits for it.
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => signal === "SIGTERM" && child.kill(signal));
child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
