/**
 * `npm run test:faults`: the suites of the registry with every fault and every race as often as the registry promises, which takes
 * about a quarter of an hour. The closing line is `N passed, N failed, N skipped`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "patchbay-faults-"));
const output = path.join(folder, "result.json");
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    ...(process.argv.length > 2 ? process.argv.slice(2) : ["test/registry"]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${output}`,
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, PATCHBAY_TEST_FAULTS: "full" } },
);
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  const result = JSON.parse(readFileSync(output, "utf8")) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
  };
  const failed = result.numFailedTests || (status === 0 ? 0 : 1);
  counts = { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
