/** Many connectors are checked in one process, as in CI. */
import { spawnSync } from "node:child_process";
import { closeSync, openSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inputFolder, manyConnectors } from "../inputs/index.ts";
import { cpuOfEnded } from "../processes.ts";
import { round, show, stats } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

interface BatchFigures {
  readonly tool: string;
  readonly what: string;
  readonly files: number;
  /** Megabytes (10^6) of the definitions; what else a tool reads beside them does not count. */
  readonly megabytes: number;
  readonly cpu: number;
  readonly wall: number;
  readonly megabytesPerSecond: number;
  readonly filesPerSecond: number;
  readonly failed: string | undefined;
}
type Files = readonly { readonly file: string; readonly size: number }[];

/** Runs a linter over files, several times; CPU is that of the process until it has ended. */
function lint(tool: string, what: string, files: Files, command: readonly string[], times: number): BatchFigures {
  const output = path.join(inputFolder("output"), "report");
  const cpus: number[] = [];
  const walls: number[] = [];
  let failed: string | undefined;
  for (let time = 0; time < times && !failed; time++) {
    const sink = openSync(output, "w");
    const [cpu, start] = [cpuOfEnded(), performance.now()];
    const { status, signal, error } = spawnSync(process.execPath, command, {
      stdio: ["ignore", sink, "ignore"],
      timeout: 600_000,
      cwd: inputFolder("output"),
      // Nothing but the linting is to be measured.
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    closeSync(sink);
    walls.push(performance.now() - start);
    cpus.push(cpuOfEnded() - cpu);
    // Findings end all of them with 1 or 2; a report that is empty means that nothing was looked at.
    if (error || signal || statSync(output).size < 100) failed = `no report (${error?.message ?? signal ?? status})`;
  }
  const megabytes = files.reduce((sum, { size }) => sum + size, 0) / 1e6;
  const cpu = stats(cpus)?.p50 ?? 0;
  return {
    tool,
    what,
    files: files.length,
    megabytes: round(megabytes),
    cpu: round(cpu),
    wall: round(stats(walls)?.p50 ?? 0),
    megabytesPerSecond: round((megabytes / cpu) * 1000),
    filesPerSecond: round((files.length / cpu) * 1000),
    failed,
  };
}

function run({ quick, programs, peers, progress }: Context): Promise<Section> {
  const { real, folder, files } = manyConnectors();
  const some = quick ? 8 : 50;
  const sample = files.filter(
    (_, at) => Math.floor((at * some) / files.length) !== Math.floor(((at - 1) * some) / files.length),
  );
  const names = sample.map(({ file }) => file);
  progress(`check of ${files.length} connectors`);
  const times = quick ? 1 : 3;
  const figures = [
    lint("ours", "all, with their folders", files, [programs.cli, "check", folder, "--format", "json"], times),
    lint("ours", "the same files as the peers", sample, [programs.cli, "check", ...names, "--format", "json"], times),
  ];
  const [spectral, redocly] = [
    peers.file("@stoplight/spectral-cli", "dist/index.js"),
    peers.file("@redocly/cli", "bin/cli.js"),
  ];
  if (redocly) {
    progress(`Redocly, ${names.length} files`);
    const command = [
      redocly,
      "lint",
      ...names,
      "--extends",
      "recommended",
      "--format",
      "json",
      "--max-problems",
      "100000",
    ];
    figures.push(lint("Redocly", "recommended", sample, command, 1));
  }
  if (spectral) {
    progress(`Spectral, ${names.length} files`);
    const ruleset = path.join(inputFolder("output"), "ruleset.json");
    writeFileSync(ruleset, '{ "extends": ["spectral:oas"] }');
    figures.push(
      lint("Spectral", "spectral:oas", sample, [spectral, "lint", ...names, "-r", ruleset, "-f", "json", "-q"], 1),
    );
  }
  const [whole, same, best] = figures as [BatchFigures, BatchFigures, BatchFigures | undefined];
  const peer = (pick: (each: BatchFigures) => number) =>
    best && !best.failed ? { name: best.tool, value: pick(best), ratio: best.cpu / same.cpu } : undefined;
  const goal = (work: string, unit: string, least: number, pick: (each: BatchFigures) => number) => ({
    work,
    unit,
    ours: pick(whole),
    goal: least,
    atLeast: true,
    peer: peer(pick),
    void: whole.failed,
  });
  const section: Section = {
    name: "batch",
    title: "Check of many connectors",
    how:
      `The command line on ${files.length} ${real ? "real" : "made-up"} connectors in one process; the peers on ${names.length} of them, ` +
      "spread over all sizes, because they would take too long for all. Speeds are per second of CPU, start included, and count the bytes " +
      "of the definitions only.",
    columns: ["tool", "what", "files", "size", "CPU", "wall", "MB/s", "files/s", "ours on the same files"],
    rows: figures.map((each) => [
      each.tool,
      each.what,
      String(each.files),
      show(each.megabytes, "MB"),
      show(each.cpu),
      show(each.wall),
      each.failed ?? String(each.megabytesPerSecond),
      each.failed ?? String(each.filesPerSecond),
      each.tool === "ours" ? "" : `${(each.cpu / same.cpu).toFixed(1)}×`,
    ]),
    notes: [],
    goals: [
      goal("check of many, MB/s", "MB/s", 40, ({ megabytesPerSecond }) => megabytesPerSecond),
      goal("check of many, files/s", "files/s", 450, ({ filesPerSecond }) => filesPerSecond),
    ],
    data: figures,
  };
  return Promise.resolve(section);
}

export default { name: "batch", run } satisfies Measurement;
