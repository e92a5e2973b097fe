/**
 * Lays a real VS Code (its web server and extension host) in a cache folder, out of npm packages alone: no compiler, no install
 * script, no desktop download. The package is checked against a pinned digest. Nothing of it is part of the product.
 */
import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { standIns } from "./stand-ins.ts";

export type HostLine = "current" | "node20";

interface LineSpec {
  /** Version of the code-server package, and the digest npm states for it. */
  version: string;
  integrity: string;
  vscode: string;
  /** Node that runs it: any from this one on, or exactly the named release when `exactly` is set. */
  node: { from: [number, number]; below?: number; fallback: string };
  dependencies: Record<string, string>;
}

const shared = {
  cookie: "0.7.2",
  minimist: "1.2.8",
  yazl: "2.4.3",
  "vscode-regexpp": "3.1.0",
  "@vscode/ripgrep-universal": "1.18.0",
  "vscode-oniguruma": "1.7.0",
  "@microsoft/1ds-core-js": "3.2.13",
  "@microsoft/1ds-post-js": "3.2.13",
};

/** The newest VS Code, and the oldest one that the extension supports (on the Node that such a VS Code has). */
export const hostLines: Record<HostLine, LineSpec> = {
  current: {
    version: "4.139.1",
    integrity: "sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==",
    vscode: "1.139.1",
    node: { from: [22, 15], fallback: "24.21.0" },
    dependencies: {
      ...shared,
      ws: "8.21.0",
      yauzl: "3.3.1",
      "@vscode/proxy-agent": "0.45.0",
      undici: "7.29.0",
      "http-proxy-agent": "7.0.0",
      "https-proxy-agent": "7.0.2",
      "@parcel/watcher": "2.5.6",
      "vscode-textmate": "9.3.2",
      "@vscode/iconv-lite-umd": "0.7.1",
    },
  },
  node20: {
    version: "4.100.3",
    integrity: "sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==",
    vscode: "1.100.3",
    node: { from: [20, 0], below: 21, fallback: "20.20.2" },
    dependencies: {
      ...shared,
      yauzl: "3.2.0",
      "@vscode/proxy-agent": "0.32.0",
      "http-proxy-agent": "7.0.2",
      "https-proxy-agent": "7.0.6",
      "@parcel/watcher": "2.5.1",
      "vscode-textmate": "9.2.0",
      "@vscode/iconv-lite-umd": "0.7.0",
    },
  },
};

/** Built-in extensions that are large or that reach for the network; the tests need none of them. */
const unneeded = [
  "copilot",
  "mermaid-markdown-features",
  "microsoft-authentication",
  "github-authentication",
  "github",
  "git",
  "git-base",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "ms-vscode.vscode-js-profile-table",
  "tunnel-forwarding",
  "terminal-suggest",
];

export interface HostInstall {
  line: HostLine;
  /** VS Code's own version. */
  version: string;
  /** Executable of the Node that runs it. */
  node: string;
  /** Folder with `out/server-main.js`. */
  vscode: string;
}

const windows = process.platform === "win32";
const run = promisify(execFile);

/** Where hosts are kept between runs: PATCHBAY_HOST_DIR, or a folder in the user's cache. */
export function hostCache(): string {
  return process.env.PATCHBAY_HOST_DIR ?? path.join(os.homedir(), ".cache", "patchbay-host");
}

async function npm(args: string[], cwd: string): Promise<string> {
  const { stdout } = await run(
    windows ? "npm.cmd" : "npm",
    [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    { cwd, shell: windows, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  return stdout;
}

function write(file: string, text: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** A folder is built beside its place and moved there in one step, so an interrupted or a parallel run leaves no half of it. */
async function once(place: string, build: (dir: string) => Promise<void>): Promise<void> {
  if (fs.existsSync(place)) return;
  fs.mkdirSync(path.dirname(place), { recursive: true });
  const dir = fs.mkdtempSync(`${place}.`);
  try {
    await build(dir);
    if (!fs.existsSync(place)) fs.renameSync(dir, place);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

async function unpack(spec: LineSpec, line: HostLine, dir: string): Promise<void> {
  const packed = (await npm(["pack", `code-server@${spec.version}`], dir)).trim().split("\n").pop() ?? "";
  const archive = path.join(dir, packed);
  const digest = `sha512-${createHash("sha512").update(fs.readFileSync(archive)).digest("base64")}`;
  if (digest !== spec.integrity)
    throw new Error(`code-server ${spec.version} has unexpected content (${digest}); it was not unpacked.`);
  await run("tar", ["xzf", packed, "package/lib/vscode", "package/LICENSE", "package/ThirdPartyNotices.txt"], {
    cwd: dir,
  });
  fs.rmSync(archive);
  const vscode = path.join(dir, "vscode");
  fs.renameSync(path.join(dir, "package/lib/vscode"), vscode);
  for (const name of unneeded) fs.rmSync(path.join(vscode, "extensions", name), { recursive: true, force: true });
  fs.rmSync(path.join(vscode, "npm-shrinkwrap.json"), { force: true });
  const manifest = { name: "host", private: true, type: "module", dependencies: spec.dependencies };
  write(path.join(vscode, "package.json"), JSON.stringify(manifest));
  await npm(["install", "--omit=dev"], vscode);
  for (const [name, source] of Object.entries(standIns(line === "node20"))) {
    const folder = path.join(vscode, "node_modules", name);
    write(path.join(folder, "package.json"), JSON.stringify({ name, version: "0.0.0", main: "index.js" }));
    write(path.join(folder, "index.js"), source);
  }
}

function fits({ from, below }: LineSpec["node"], version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  if (below !== undefined && major >= below) return false;
  return major > from[0] || (major === from[0] && minor >= from[1]);
}

/** The Node that runs this line: our own, one on PATH, or one from npm kept in the cache. */
async function findNode(spec: LineSpec): Promise<string> {
  if (fits(spec.node, process.version)) return process.execPath;
  const name = windows ? "node.exe" : "node";
  for (const dir of (process.env.PATH ?? "").split(path.delimiter)) {
    const candidate = path.join(dir, name);
    if (!fs.existsSync(candidate)) continue;
    try {
      if (fits(spec.node, execFileSync(candidate, ["--version"], { encoding: "utf8" }).trim())) return candidate;
    } catch {
      // A wrapper that does not answer is no Node for us; the next folder of PATH may hold one.
    }
  }
  const platform = windows ? "win" : process.platform;
  const packageName = `node-${platform}-${process.arch}`;
  const place = path.join(hostCache(), `node-${spec.node.fallback}`);
  await once(place, async (dir) => {
    write(path.join(dir, "package.json"), '{"private":true}');
    await npm(["install", `${packageName}@${spec.node.fallback}`], dir);
    const bin = path.join(dir, "node_modules", packageName, "bin", name);
    if (!windows) fs.chmodSync(bin, 0o755);
  });
  return path.join(place, "node_modules", packageName, "bin", name);
}

/** Gives the VS Code of a line, laying it out first when the cache does not hold it (15 to 25 seconds, once). */
export async function layOut(line: HostLine = "current", say: (text: string) => void = () => {}): Promise<HostInstall> {
  const spec = hostLines[line];
  const place = path.join(hostCache(), `${line}-${spec.version}`);
  if (!fs.existsSync(place)) say(`Laying out VS Code ${spec.vscode} in ${place} (once) ...`);
  await once(place, (dir) => unpack(spec, line, dir));
  const node = await findNode(spec);
  return { line, version: spec.vscode, node, vscode: path.join(place, "vscode") };
}
