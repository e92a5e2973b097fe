/** Installs the packaged extension into the host, opens a connector with it, and measures. By hand: `node scripts/host/vsix.ts`. */
import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { makePackage } from "../package.ts";
import { Hands } from "./hands.ts";
import { type HostLine, layOut } from "./layout.ts";
import { copyWorkspace, startHostServer } from "./server.ts";
import { openBrowser, workbenchUrl } from "./workbench.ts";

const root = path.resolve(import.meta.dirname, "../..");

export interface PackagedResult {
  bytes: number;
  /** Activation as VS Code itself reports it, for example `Activation: 72ms`. */
  activation: string;
  /** Milliseconds from opening the page to the first finding. */
  firstFinding: number;
}

/** Packages, installs, opens a connector, and sees a finding; throws when any of it does not work. */
export async function tryPackage(
  options: { line?: HostLine; say?: (text: string) => void } = {},
): Promise<PackagedResult> {
  const { line = "current", say = console.log } = options;
  const base = fs.mkdtempSync(path.join(os.tmpdir(), "patchbay-vsix-"));
  const closing: (() => unknown)[] = [() => fs.rmSync(base, { recursive: true, force: true })];
  try {
    const file = makePackage(path.join(base, "patchbay.vsix"), true);
    const install = await layOut(line, say);
    const extensions = path.join(base, "extensions");
    await promisify(execFile)(install.node, [
      path.join(install.vscode, "out/server-main.js"),
      ...["--install-extension", file, "--extensions-dir", extensions, "--server-data-dir", path.join(base, "data")],
      "--accept-server-license-terms",
    ]);
    const workspace = copyWorkspace(path.join(root, "test/host/workspace"));
    closing.unshift(() => workspace.remove());
    const host = await startHostServer({ install, extensions });
    closing.unshift(() => host.stop());
    const browser = await openBrowser(say);
    closing.unshift(() => browser.close());
    const hands = new Hands(await browser.newPage({ viewport: { width: 1280, height: 800 } }), base);
    const opened = performance.now();
    await hands.page.goto(workbenchUrl(host.port, workspace.folder));
    await hands.page.waitForSelector(".monaco-workbench .activitybar", { timeout: 60_000 });
    await hands.open("broken.connector.yaml");
    await hands.page.waitForSelector(".squiggly-error");
    const firstFinding = performance.now() - opened;
    return { bytes: fs.statSync(file).size, activation: await hands.activation(), firstFinding };
  } finally {
    for (const close of closing) await Promise.resolve(close()).catch(() => {});
  }
}

if (import.meta.main)
  try {
    const { bytes, activation, firstFinding } = await tryPackage();
    console.log(
      `${Math.round(bytes / 1024)} kB; ${activation}; first finding after ${(firstFinding / 1000).toFixed(1)} s`,
    );
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
