import { createRequire } from "node:module";
import { startPostgres } from "./postgres.ts";

/** Bundles what is shipped before the tests run, because they drive the bundles and not the sources; and starts the second store. */
export default async function setup(): Promise<() => void> {
  const { buildAll } = createRequire(import.meta.url)("../../esbuild.js") as {
    buildAll: (options?: object) => Promise<unknown>;
  };
  const [server] = await Promise.all([startPostgres(), buildAll({ minify: false })]);
  if (typeof server === "string") {
    process.stderr.write(`Skipped: the registry's suites on PostgreSQL, because ${server}.\n`);
    return () => {};
  }
  // Workers inherit the environment of the process that starts them.
  process.env.PATCHBAY_TEST_POSTGRES = server.url;
  return () => server.stop();
}
