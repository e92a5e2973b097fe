/** Entry of the suite in the Node extension host. */
import Mocha from "mocha";
import { config } from "./config.ts";
import { report } from "./reporter.ts";

/** VS Code calls this; a rejection is a failed run. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: "tdd",
    timeout: 30_000,
    reporter: report as never,
    ...(config.grep ? { grep: config.grep } : {}),
  });
  mocha.suite.emit("pre-require", globalThis as never, "", mocha);
  if (config.untrusted) await import("./suite/untrusted.ts");
  else await import("./suite/all.ts");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
