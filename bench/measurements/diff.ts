/** Two versions of a connector are compared: the largest pair in a fresh process, and many pairs in one. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { inputFolder, type Pair, pairs } from "../inputs/index.ts";
import type { Peers } from "../peers/index.ts";
import { round, type Stats, show, stats } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";
import type { DiffLine } from "../workers/diff.ts";

/** Milliseconds that a tool has for one pair. */
const TIMEOUT = 6_000;
const WORKER = path.join(import.meta.dirname, "../workers/diff.ts");

interface Tool {
  readonly name: string;
  readonly file: string;
}
interface DiffFigures {
  readonly tool: string;
  readonly largest: Stats | undefined;
  readonly largestWall: Stats | undefined;
  readonly largestAnswer: string;
  readonly finished: number;
  /** Milliseconds of CPU for the pairs that it finished, and what we took for those. */
  readonly cpu: number;
  readonly oursForThose: number;
}

const tools = (peers: Peers): Tool[] =>
  [
    { name: "ours", file: "" },
    { name: "api-smart-diff", file: peers.file("api-smart-diff", "dist/index.mjs") },
    { name: "openapi-diff", file: peers.file("openapi-diff", "dist/api.js") },
  ].filter((each): each is Tool => each.file !== undefined);

/** Runs one worker from a pair on; gives what it did, and the pair that it did not come back from, if any. */
function work(tool: Tool, list: string, first: number): Promise<{ lines: DiffLine[]; next: number }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", WORKER, tool.name, tool.file, list, String(first)],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    const lines: DiffLine[] = [];
    let timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT);
    createInterface({ input: child.stdout }).on("line", (line) => {
      // Tools write what they like to standard output; ours are the lines that are data.
      if (!line.startsWith('{"index"')) return;
      lines.push(JSON.parse(line) as DiffLine);
      clearTimeout(timer);
      timer = setTimeout(() => child.kill("SIGKILL"), TIMEOUT);
    });
    child.on("close", () => {
      clearTimeout(timer);
      resolve({ lines, next: first + lines.length });
    });
  });
}

async function all(tool: Tool, list: string, count: number): Promise<DiffLine[]> {
  const lines: DiffLine[] = [];
  for (let first = 0; first < count; ) {
    const result = await work(tool, list, first);
    lines.push(...result.lines.filter(({ failed }) => failed === undefined));
    // The one that it died of is passed over.
    first = result.next < count ? result.next + 1 : count;
  }
  return lines;
}

async function run(context: Context): Promise<Section> {
  const { real, many, largest } = pairs();
  const chosen = context.quick ? many.filter((_, at) => at % 10 === 0) : many;
  const written = (name: string, content: readonly Pair[]): string => {
    const file = path.join(inputFolder("lists"), `${name}.json`);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const [manyList, largestList] = [written("many", chosen), written("largest", [largest])];
  const figures: DiffFigures[] = [];
  const ours = new Map<number, number>();
  for (const tool of tools(context.peers)) {
    context.progress(`diff: ${tool.name}`);
    const lines = await all(tool, manyList, chosen.length);
    if (tool.name === "ours") for (const { index, cpu } of lines) ours.set(index, cpu);
    const cold: DiffLine[] = [];
    for (let sample = 0; sample < (context.quick ? 1 : tool.name === "ours" ? 9 : 3); sample++) {
      const line = await all(tool, largestList, 1);
      cold.push(...line);
      if (!line.length) break;
    }
    figures.push({
      tool: tool.name,
      largest: stats(cold.map(({ cpu }) => cpu)),
      largestWall: stats(cold.map(({ wall }) => wall)),
      largestAnswer: cold[0]?.answer ?? "does not finish",
      finished: lines.length,
      cpu: round(lines.reduce((sum, { cpu }) => sum + cpu, 0)),
      oursForThose: round(lines.reduce((sum, { index }) => sum + (ours.get(index) ?? 0), 0)),
    });
  }
  return section(figures, chosen.length, real, largest);
}

function section(figures: readonly DiffFigures[], count: number, real: boolean, largest: Pair): Section {
  const [ours, ...peers] = figures as [DiffFigures, ...DiffFigures[]];
  const cold = peers.filter(({ largest }) => largest).sort((a, b) => a.largest!.p50 - b.largest!.p50)[0];
  // A tool that gives up on some pairs is not the one to be compared with on all of them.
  const many = [...peers].sort((a, b) => b.finished - a.finished || a.cpu - b.cpu)[0];
  const megabytes = (largest.size / 1e6).toFixed(1);
  const goals: Goal[] = [
    {
      work: `diff of the largest pair (${megabytes} MB)`,
      unit: "ms CPU",
      ours: ours.largest?.p50,
      goal: 25,
      peer: cold?.largest ? { name: cold.tool, value: cold.largest.p50 } : undefined,
    },
    {
      work: `diff of ${count} pairs`,
      unit: "ms CPU",
      ours: ours.cpu,
      goal: 300,
      peer: many?.finished ? { name: `${many.tool}, ${many.finished} finished`, value: many.cpu } : undefined,
    },
    {
      work: "pairs whose diff finishes",
      unit: `of ${count}`,
      ours: ours.finished,
      goal: count,
      atLeast: true,
      peer: many ? { name: many.tool, value: many.finished } : undefined,
    },
  ];
  return {
    name: "diff",
    title: "Diff of two versions",
    how:
      `${count} ${real ? "real" : "made-up"} pairs, spread over all sizes, in one process per tool, and the largest (${megabytes} MB both) as the first thing ` +
      `that a process does. Parsing is part of it, loading the tool is not. A tool has ${TIMEOUT / 1000} s for a pair.`,
    columns: [
      "tool",
      "largest, CPU p50",
      "largest, wall p50",
      "largest, answer",
      "pairs finished",
      "CPU for these",
      "ours for these",
      "to ours",
    ],
    rows: figures.map((each) => [
      each.tool,
      show(each.largest?.p50),
      show(each.largestWall?.p50),
      each.largestAnswer,
      `${each.finished} of ${count}`,
      show(each.cpu),
      show(each.oursForThose),
      each.tool === "ours" || !each.oursForThose ? "" : `${(each.cpu / each.oursForThose).toFixed(1)}×`,
    ]),
    notes: [],
    goals,
    data: figures,
  };
}

export default { name: "diff", run } satisfies Measurement;
