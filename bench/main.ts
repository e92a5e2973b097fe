/**
 * `npm run bench [-- --only NAME,… --quick --json --no-peers]`: measures the product beside its peers. The table goes to the
 * terminal and into bench/RESULTS.md; with `--json` the same goes to standard output as data, and what is being done to
 * standard error.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildPrograms, root, versionOf } from "./build.ts";
import { hasCorpus } from "./inputs/index.ts";
import { measurements } from "./measurements/index.ts";
import { preparePeers } from "./peers/index.ts";
import { countsCpu } from "./processes.ts";
import { stopPostgres } from "./registry/server.ts";
import { between, type Environment, README_MARKERS, readmeBlock, results, terminal } from "./report.ts";
import type { Section } from "./types.ts";

const args = process.argv.slice(2);
const flag = (name: string): boolean => args.includes(name);
const [quick, json, noPeers] = [flag("--quick"), flag("--json"), flag("--no-peers")];
const progress = (text: string): void => void process.stderr.write(`${text}\n`);
/** Ends with a sentence: the bench was asked for something that it cannot do. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

const names = measurements.map(({ name }) => name);
let only: string[] | undefined;
for (let at = 0; at < args.length; at++) {
  const arg = args[at] as string;
  if (arg === "--only") only = (args[++at] ?? "").split(",").filter(Boolean);
  else if (!["--quick", "--json", "--no-peers"].includes(arg))
    refuse(`The bench does not know ${arg}. It takes --only ${names.join(",")}, --quick, --json and --no-peers.`);
}
const unknown = only?.find((name) => !names.includes(name));
if (unknown !== undefined || only?.length === 0)
  refuse(`There is no measurement ${unknown ?? "named after --only"}. There are: ${names.join(", ")}.`);
if (!countsCpu)
  refuse(
    "The bench counts CPU time from /proc, which this system does not have. Run it on Linux, in a container for example.",
  );

const peers = preparePeers(!noPeers, progress);
const programs = await buildPrograms().catch(() =>
  refuse("The product could not be bundled, so there is nothing to measure: see the messages above."),
);
const sections: Section[] = [];
for (const { name, run } of measurements) {
  if (only && !only.includes(name)) continue;
  const begin = performance.now();
  try {
    sections.push(await run({ quick, programs, peers, progress }));
  } catch (error) {
    // The minutes that the others took shall not be lost for one that fails.
    const note = `${name} could not be measured: ${error instanceof Error ? error.message : String(error)}`;
    sections.push({ name, title: name, how: "", columns: ["–"], rows: [], notes: [note], goals: [], data: null });
    progress(note);
    process.exitCode = 1;
    continue;
  }
  progress(`${name}: measured in ${Math.round((performance.now() - begin) / 1000)} s`);
}
stopPostgres();

const environment: Environment = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${os.cpus()[0]?.model.trim() ?? "unknown processor"}, ${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()}`,
  node: process.version,
  versions: {
    Patchbay: versionOf("patchbay"),
    "vscode-languageserver (null server)": versionOf("vscode-languageserver"),
    ...peers.versions,
  },
  inputs: hasCorpus
    ? "made-up ones of the bench, and real ones beside the repository (marked “real”: the median, the ninetieth of a hundred and the largest for keys and opening, all for the batch, fifty pairs and the largest pair for the diff)"
    : "made-up ones of the bench only; real ones do not lie beside the repository",
  missing: peers.missing,
};
process.stdout.write(
  json ? `${JSON.stringify({ ...environment, quick, sections }, null, 2)}\n` : `\n${terminal(sections, environment)}`,
);
if (quick || only || noPeers) progress("RESULTS.md and the README stay as they are: only a whole run writes them.");
else write();

function write(): void {
  const file = path.join(root, "bench/RESULTS.md");
  writeFileSync(file, results(sections, environment, existsSync(file) ? readFileSync(file, "utf8") : ""));
  progress("Written: bench/RESULTS.md");
  const readme = path.join(root, "README.md");
  const text = readFileSync(readme, "utf8");
  const old = between(text, README_MARKERS);
  if (old === undefined) return progress(`The README has no ${README_MARKERS.join(" … ")}, so it quotes no figures.`);
  const [start, end] = README_MARKERS;
  writeFileSync(
    readme,
    text.replace(start + old + end, () => start + readmeBlock(sections, environment) + end),
  );
  progress("Written: the figures in README.md");
}
