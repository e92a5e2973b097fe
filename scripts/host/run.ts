/**
 * Runs test suites inside the real VS Code: in its Node extension host, or, as a web extension, in its web worker one. Used by
 * `npm test`; by hand: `node scripts/host/run.ts [--web] [--untrusted] [--line node20] [--grep TEXT]`.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "playwright-core";
import { buildAll } from "./build.ts";
import { copyHeroes } from "./heroes.ts";
import { type HostLine, layOut } from "./layout.ts";
import { startRegistry } from "./registry.ts";
import { copyWorkspace, startHostServer } from "./server.ts";
import { offerAsWebExtension, openBrowser, remotePath, serveExtension, workbenchUrl } from "./workbench.ts";

const root = path.resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const results = path.join(root, "test-results");

export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: number;
}

export interface SuiteOptions {
  line?: HostLine;
  /** As a web extension, in the web worker extension host. */
  web?: boolean;
  /** The workspace is not trusted. */
  untrusted?: boolean;
  grep?: string;
  /** Print the workbench's own log lines too. */
  verbose?: boolean;
  say?: (text: string) => void;
  /** dist/ is as it should be; do not build it again. */
  built?: boolean;
}

const suiteLimit = 240_000;
const marker = "[mocha]";

/** Bundles the suite; it lies below the repository, because the web variant loads it by http from there. */
async function bundleSuite(web: boolean, config: object): Promise<string> {
  const esbuild = require("esbuild") as typeof import("esbuild");
  const { node, web: browser } = require("../../esbuild.js");
  const outfile = path.join(root, ".cache", "host", web ? "web.js" : "node.js");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path.join(root, "test/host", web ? "web.ts" : "index.ts")],
    outfile,
    bundle: true,
    sourcemap: "inline",
    logLevel: "warning",
    // What the suite has to know is written into it: a worker has no environment.
    define: { __SUITE_CONFIG__: JSON.stringify(config) },
    ...(web
      ? {
          ...browser,
          format: "iife",
          globalName: "__suite",
          external: ["vscode"],
          // The worker host takes what the script leaves in module.exports; mocha's browser build, bundled, overwrites that.
          footer: { js: "module.exports = __suite;" },
          banner: {
            js: "globalThis.process ??= { env: {}, argv: [], stdout: {}, nextTick: (f) => queueMicrotask(f) };",
          },
        }
      : { ...node, target: "node20", external: ["vscode", "mocha"] }),
  });
  return outfile;
}

interface Ending {
  code: number;
  reason?: string;
}

/** Listens to the page until the suite is over; the driver gives the page two functions to call. */
async function listen(
  page: Page,
  verbose: boolean,
  print: (line: string) => void,
): Promise<{ ended: Promise<Ending> }> {
  let finish: (ending: Ending) => void = () => {};
  const ended = new Promise<Ending>((resolve) => {
    finish = resolve;
  });
  await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => {
    const text = args.map(String).join(" ");
    if (text.startsWith(marker)) print(text.slice(marker.length + 1));
    else if (verbose) print(text.slice(0, 1000).replace(/^/gm, "    | "));
  });
  await page.exposeFunction("codeAutomationExit", (code: number) => finish({ code }));
  page.on("crash", () => finish({ code: 70, reason: "The browser page crashed." }));
  // Wrapped, because a promise in an async function's answer would be waited for.
  return { ended };
}

/** Runs the suite in the VS Code host and prints its tests. */
export async function runHostSuite(options: SuiteOptions = {}): Promise<SuiteResult> {
  const { line = "current", web = false, untrusted = false, grep = "", verbose = false, built = false } = options;
  const say = options.say ?? console.log;
  if (!built) buildAll();
  const install = await layOut(line, say);
  const result: SuiteResult = { passed: 0, failed: 0, skipped: 0 };
  const closing: (() => unknown)[] = [];
  const keep = <T>(value: T, close: (value: T) => unknown): T => {
    closing.unshift(() => close(value));
    return value;
  };
  try {
    const workspace = keep(copyWorkspace(path.join(root, "test/host/workspace")), (one) => one.remove());
    const heroes = copyHeroes(workspace.folder, say);
    const registry = keep(await startRegistry(), (one) => one?.stop());
    const { url = "", token = "" } = registry ?? {};
    const suite = await bundleSuite(web, { registry: url, token, grep, untrusted, web, heroes });
    const host = keep(
      await startHostServer({
        install,
        driver: true,
        settings: {
          ...(registry ? { "patchbay.registries": [{ name: "Test", url: registry.url }] } : {}),
          // The Node of the older line has no database built in; a user would name another one as well.
          ...(line === "node20" ? { "patchbay.nodePath": process.execPath } : {}),
        },
        env: {
          ...(registry ? { PATCHBAY_REGISTRY: registry.url, PATCHBAY_TOKEN: registry.token } : {}),
        },
        workspaceTrust: untrusted,
      }),
      (one) => one.stop(),
    );
    const browser = keep(await openBrowser(say), (one) => one.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const { ended } = await listen(page, verbose, (text) => {
      const counts = /^#counts (\d+) (\d+) (\d+)$/.exec(text);
      if (!counts) return say(text);
      result.passed = Number(counts[1]);
      result.failed = Number(counts[2]);
      result.skipped = Number(counts[3]);
    });
    let payload: [string, string][];
    if (web) {
      const served = keep(await serveExtension(root), (one) => one.close());
      await offerAsWebExtension(page, host, served);
      const base = `http://${served.authority}/dev`;
      payload = [
        ["extensionDevelopmentPath", base],
        ["extensionTestsPath", `${base}/${path.relative(root, suite).split(path.sep).join("/")}`],
      ];
    } else
      payload = [
        ["extensionDevelopmentPath", remotePath(host.port, root)],
        ["extensionTestsPath", remotePath(host.port, suite)],
      ];
    say(
      `VS Code ${install.version}, ${web ? "web worker" : "Node"} extension host${untrusted ? ", untrusted folder" : ""}`,
    );
    await page.goto(workbenchUrl(host.port, workspace.folder, payload));
    const late = new Promise<Ending>((resolve) => {
      setTimeout(() => resolve({ code: 75, reason: "The suite did not end within four minutes." }), suiteLimit).unref();
    });
    const ending = await Promise.race([ended, late]);
    if (ending.code !== 0 && result.failed === 0) {
      fs.mkdirSync(results, { recursive: true });
      await page.screenshot({ path: path.join(results, "suite-without-result.png") }).catch(() => {});
      say(ending.reason ?? `The suite ended with code ${ending.code} and without a result.`);
      if (verbose) say(host.output());
      result.failed = 1;
    }
    return result;
  } finally {
    for (const close of closing) await Promise.resolve(close()).catch(() => {});
  }
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  const value = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const result = await runHostSuite({
    line: value("--line") === "node20" ? "node20" : "current",
    web: args.includes("--web"),
    untrusted: args.includes("--untrusted"),
    grep: value("--grep") ?? "",
    verbose: args.includes("--verbose"),
    built: args.includes("--built"),
  });
  console.log(`${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped`);
  process.exit(result.failed > 0 ? 1 : 0);
}
