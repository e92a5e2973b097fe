import { createRequire } from "node:module";

/** Bundles what is shipped before the tests run: they drive the bundles and not the sources. */
export default async function setup(): Promise<void> {
  const { buildAll } = createRequire(import.meta.url)("../../esbuild.js") as {
    buildAll: (options?: object) => Promise<unknown>;
  };
  await buildAll({ minify: false });
}
