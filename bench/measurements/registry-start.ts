/** What a registry costs before anybody asks it anything: start, memory, and what is shipped. */
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../build.ts";
import { memoryOf } from "../processes.ts";
import { makePlace, type StoreName, startRegistry } from "../registry/server.ts";
import { show, sleep, stats } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

/** Packages in a bundle, by the paths of their files; and those of them that run something when they are installed. */
async function packagesOf(entry: string): Promise<{ names: string[]; scripts: string[] }> {
  const { build } = createRequire(import.meta.url)("esbuild") as typeof import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const names = new Set<string>();
  for (const file of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
    if (name) names.add(name);
  }
  const scripts = [...names].filter((name) => {
    const manifest = JSON.parse(readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8")) as {
      scripts?: Record<string, string>;
      gypfile?: boolean;
    };
    const { install, preinstall, postinstall } = manifest.scripts ?? {};
    return Boolean(install || preinstall || postinstall || manifest.gypfile);
  });
  return { names: [...names].sort(), scripts };
}

async function run({ quick, programs, progress }: Context): Promise<Section> {
  const figures: { store: StoreName; start: number | undefined; memory: number | undefined }[] = [];
  for (const store of ["embedded", "PostgreSQL"] as const) {
    progress(`registry, start on a new store, ${store}`);
    const starts: number[] = [];
    let memory: number | undefined;
    for (let turn = 0; turn < (quick ? 2 : 11); turn++) {
      const place = await makePlace(store);
      if (!place) break;
      const registry = await startRegistry(programs.registry, place);
      starts.push(registry.started);
      if (turn === 0) {
        await registry.client.listConnectors();
        await sleep(quick ? 200 : 3_000);
        memory = memoryOf(registry.pid).now;
      }
      await registry.stop();
      await place.remove();
    }
    figures.push({ store, start: stats(starts)?.p50, memory });
  }
  const { names, scripts } = await packagesOf("registry/main.ts");
  const bytes = programs.registryFiles.reduce((sum, file) => sum + statSync(file).size, 0);
  const goalsOf = ({ store, start, memory }: (typeof figures)[number]) => [
    { work: `registry, ${store}: start to listening with a new store`, unit: "ms", ours: start, goal: 600 },
    { work: `registry, ${store}: memory when idle`, unit: "MB", ours: memory, goal: 150 },
  ];
  return {
    name: "registry-start",
    title: "Registry: start, memory, what is shipped",
    how: "A fresh process on a new store each time; memory is resident, three seconds after one question. The bundle is minified; packages are those with a file in it.",
    columns: ["store", "start p50", "memory"],
    rows: figures.map(({ store, start, memory }) => [store, show(start), show(memory, "MB")]),
    notes: [`Packages in the bundle (${names.length}): ${names.join(", ")}.`],
    goals: [
      ...figures.flatMap(goalsOf),
      { work: "registry: shipped bundle", unit: "kB", ours: bytes / 1024, goal: 1024 },
      { work: "registry: run-time packages", unit: "packages", ours: names.length, goal: 12 },
      { work: "registry: native or install scripts", unit: "packages", ours: scripts.length, goal: 0 },
    ],
    data: { figures, names, scripts, bytes },
  };
}

export default { name: "registry-start", run } satisfies Measurement;
