/** Prints the suite's tests so that the runner outside recognises them among the workbench's own log lines. */
import type { Runner } from "mocha";

/** Writes one line per test and the counts at the end. */
export function report(runner: Runner): void {
  const say = (text: string) => {
    for (const line of text.split("\n")) console.log(`[mocha] ${line}`);
  };
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let depth = 0;
  const indent = () => "  ".repeat(Math.max(depth, 0));
  runner.on("suite", (suite) => {
    if (suite.title) say(`${indent()}${suite.title}`);
    depth++;
  });
  runner.on("suite end", () => {
    depth--;
  });
  runner.on("pass", (test) => {
    counts.passed++;
    say(`${indent()}✓ ${test.title} (${test.duration} ms)`);
  });
  runner.on("pending", (test) => {
    counts.skipped++;
    say(`${indent()}- ${test.title}`);
  });
  runner.on("fail", (test, error) => {
    counts.failed++;
    say(`${indent()}✗ ${test.title}\n${error.stack ?? error.message}`);
  });
  runner.on("end", () => say(`#counts ${counts.passed} ${counts.failed} ${counts.skipped}`));
}
