/**
 * `npm test`: every suite, in the order from cheap to costly. Each part adds to the counts of the closing line,
 * `N passed, N failed, N skipped`. `npm test -- --fast` leaves out what needs a browser, and says so.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checks, runCheck } from "./check.ts";
import { buildAll } from "./host/build.ts";
import { uiJourney } from "./host/journey.ts";
import { runHostSuite, type SuiteOptions, type SuiteResult } from "./host/run.ts";
import { tryPackage } from "./host/vsix.ts";

const root = path.resolve(import.meta.dirname, "..");
const fast = process.argv.includes("--fast");
const total: SuiteResult = { passed: 0, failed: 0, skipped: 0 };

function add(part: SuiteResult): void {
  total.passed += part.passed;
  total.failed += part.failed;
  total.skipped += part.skipped;
}
function title(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

/** Everything that runs in plain Node. */
function vitest(): SuiteResult {
  const folder = mkdtempSync(path.join(tmpdir(), "patchbay-test-"));
  const output = path.join(folder, "result.json");
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${output}`,
    ],
    // The random edits of live connectors take minutes; a quick look at one's own change makes do with some of them.
    {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, ...(fast && { PATCHBAY_TEST_EDITS: "5000", PATCHBAY_TEST_FAST: "1" }) },
    },
  );
  try {
    const result = JSON.parse(readFileSync(output, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
    };
    const failed = result.numFailedTests || (status === 0 ? 0 : 1);
    return { passed: result.numPassedTests, failed, skipped: result.numPendingTests + result.numTodoTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One suite inside a real VS Code; a host that cannot be had is a failure and not a skipped test. */
async function host(name: string, options: SuiteOptions): Promise<void> {
  title(name);
  try {
    add(await runHostSuite({ ...options, built: true }));
  } catch (error) {
    process.stdout.write(`FAIL ${error instanceof Error ? error.message : String(error)}\n`);
    add({ passed: 0, failed: 1, skipped: 0 });
  }
}

/** Something that works as a whole or does not; what it says was measured is printed. */
async function single(name: string, work: () => Promise<string>): Promise<void> {
  title(name);
  try {
    process.stdout.write(`ok   ${await work()}\n`);
    add({ passed: 1, failed: 0, skipped: 0 });
  } catch (error) {
    process.stdout.write(`FAIL ${error instanceof Error ? error.message : String(error)}\n`);
    add({ passed: 0, failed: 1, skipped: 0 });
  }
}

title("Types, lint, unused code, generated files");
for (const check of checks)
  add(runCheck(check) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });
title("Core, server, client, registry, command line, repository");
add(vitest());
if (fast) {
  process.stdout.write("\nLeft out because of --fast: the suites inside VS Code and the journey through its window.\n");
} else {
  buildAll();
  await host("Inside VS Code", {});
  await host("Inside VS Code, folder not trusted", { untrusted: true });
  await host("Inside VS Code, as a web extension", { web: true });
  await host("Inside VS Code 1.100, the oldest supported", { line: "node20" });
  await single("The main job, through the window", async () => {
    const { firstFinding, activation } = await uiJourney({ built: true });
    return `first finding after ${Math.round(firstFinding)} ms; ${activation}`;
  });
  await single("The packaged extension, installed", async () => {
    const { bytes, firstFinding, activation } = await tryPackage();
    return `${Math.round(bytes / 1024)} kB; first finding after ${Math.round(firstFinding)} ms; ${activation}`;
  });
  await single("npm start", async () => {
    const args = [path.join(root, "scripts/run.cjs"), "start", "--check"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    if (status !== 0) throw new Error(stderr || stdout);
    return stdout.trim().split("\n").pop() ?? "";
  });
}
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed ? 1 : 0);
