/** Bundles what is measured, into a folder of the bench: tests rebuild `dist/` when they please, and not minified. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
/** Where the bundles go; git does not see it. */
const cache = path.join(root, ".cache/bench");

interface Entry {
  readonly in: string;
  readonly out: string;
}
const { entries, buildEntry } = createRequire(import.meta.url)("../esbuild.js") as {
  entries: readonly Entry[];
  buildEntry: (entry: Entry, options: { minify: boolean }) => Promise<{ missing?: string }>;
};

export interface Programs {
  readonly server: string;
  readonly cli: string;
  readonly nullServer: string;
  readonly registry: string;
  /** Everything that is shipped of the registry. */
  readonly registryFiles: readonly string[];
}

/** Builds the server and the command line as they are shipped, and the server that does nothing in the same way. */
export async function buildPrograms(): Promise<Programs> {
  const build = async (source: string, name: string, like = source): Promise<string> => {
    const entry = entries.find((each) => each.in === like);
    if (!entry)
      throw new Error(`esbuild.js has no entry ${like} any more, so the bench does not know how it is built.`);
    const out = path.join(cache, name);
    const { missing } = await buildEntry({ ...entry, in: source, out: path.relative(root, out) }, { minify: true });
    if (missing) throw new Error(`${missing} does not exist, so it cannot be measured.`);
    return out;
  };
  const [server, cli, nullServer, registry] = await Promise.all([
    build("server/main.node.ts", "server.cjs"),
    build("cli/main.ts", "cli.cjs"),
    build("bench/null-server.ts", "null-server.cjs", "server/main.node.ts"),
    build("registry/main.ts", "registry.cjs"),
  ]);
  return { server, cli, nullServer, registry, registryFiles: [registry] };
}

/** Version of a package of the product, as pinned. */
export function versionOf(name: string): string {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    version: string;
    devDependencies: Record<string, string>;
  };
  return name === "patchbay" ? manifest.version : (manifest.devDependencies[name] ?? "unknown");
}
