/** Entry of the suite in the web worker extension host; mocha's browser build has no runner for a worker, so it is driven here. */
import "mocha/mocha.js";
import { config } from "./config.ts";
import { report } from "./reporter.ts";

/** VS Code calls this; a rejection is a failed run. */
export async function run(): Promise<void> {
  const { Mocha } = globalThis as unknown as { Mocha: typeof import("mocha") };
  const mocha = new Mocha({
    ui: "tdd",
    timeout: 30_000,
    reporter: report as never,
    ...(config.grep ? { grep: config.grep } : {}),
  });
  mocha.suite.emit("pre-require", globalThis as never, "", mocha);
  await import("./suite/all.ts");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
