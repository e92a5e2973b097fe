/** Finds a Chromium that can show VS Code, or installs one where that is possible without asking anybody. */
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { hostCache } from "./layout.ts";

export interface ChromiumInstall {
  executable: string;
  /** Where it was found, for the first line of a test report. */
  source: string;
}

const sparticuz = "153.0.0";

const usual: Record<string, string[]> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/snap/bin/chromium",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const base = process.env[name];
    if (!base) return [];
    return ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].map((file) =>
      path.join(base, file),
    );
  }),
};

/** A browser that is already there: named by a variable, in a usual place, or installed by Playwright. */
export function findChromium(): ChromiumInstall | undefined {
  for (const name of ["CHROMIUM_PATH", "CHROME_PATH"]) {
    const executable = process.env[name];
    if (!executable) continue;
    if (!fs.existsSync(executable)) throw new Error(`${name} names ${executable}, which does not exist.`);
    return { executable, source: name };
  }
  for (const executable of usual[process.platform] ?? [])
    if (fs.existsSync(executable)) return { executable, source: "system" };
  try {
    const executable = chromium.executablePath();
    if (executable && fs.existsSync(executable)) return { executable, source: "playwright" };
  } catch {
    // Playwright throws when it knows no browser for this system; the search goes on.
  }
  return undefined;
}

function isDebianRoot(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get");
}

function installByApt(say: (text: string) => void): ChromiumInstall | undefined {
  say("Installing Chromium by apt-get (once) ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=120"];
  // An old package list names files that the mirror no longer has, so the list is renewed first.
  for (const args of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
  ]) {
    const result = spawnSync("apt-get", [...wait, ...args], { env, stdio: "ignore", timeout: 300_000 });
    if (result.status !== 0) return undefined;
  }
  return findChromium();
}

async function installFromNpm(say: (text: string) => void): Promise<ChromiumInstall | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const place = path.join(hostCache(), `chromium-${sparticuz}`);
  const entry = path.join(place, "node_modules", "@sparticuz", "chromium");
  try {
    if (!fs.existsSync(entry)) {
      say("Installing a headless Chromium from npm (once) ...");
      fs.mkdirSync(place, { recursive: true });
      fs.writeFileSync(path.join(place, "package.json"), '{"private":true}');
      execFileSync(
        "npm",
        ["install", `@sparticuz/chromium@${sparticuz}`, "--ignore-scripts", "--no-audit", "--no-fund"],
        { cwd: place, stdio: "ignore" },
      );
    }
    const manifest = JSON.parse(fs.readFileSync(path.join(entry, "package.json"), "utf8"));
    const main = manifest.exports?.["."]?.import ?? manifest.exports?.import ?? manifest.module ?? manifest.main;
    const file = typeof main === "string" ? main : (main?.default ?? "build/esm/index.js");
    const module = await import(pathToFileURL(path.join(entry, file)).href);
    const executable = await (module.default ?? module).executablePath();
    return { executable, source: "@sparticuz/chromium" };
  } catch {
    return undefined;
  }
}

/** Gives a Chromium, installing one when needed; the error says what to do when none can be had. */
export async function provideChromium(say: (text: string) => void = () => {}): Promise<ChromiumInstall> {
  const found = findChromium() ?? (isDebianRoot() ? installByApt(say) : undefined) ?? (await installFromNpm(say));
  if (found) return found;
  throw new Error(
    `No Chromium was found on this ${os.type()} machine and none could be installed. Run "npx playwright install chromium", ` +
      "or set CHROMIUM_PATH to the executable of Chromium, Chrome or Edge.",
  );
}
