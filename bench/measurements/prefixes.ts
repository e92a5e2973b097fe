/** Documents are typed from their first character to their last: is there ever a pause, however much of them is still missing? */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { LiveCheck } from "../../core/live/live-check.ts";
import { familyByName } from "../../core/model/files.ts";
import { readConnector } from "../../core/model/read.ts";
import { Reads } from "../../core/syntax/reads.ts";
import { root } from "../build.ts";
import { hasCorpus, manyConnectors } from "../inputs/index.ts";
import { show, stats } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

/** Milliseconds that a person takes for a pause. */
const PAUSE = 100;

interface Typed {
  readonly name: string;
  readonly characters: number;
  /** Of the slowest character. */
  readonly slowest: number;
  readonly times: readonly number[];
}

/** Types a text, so many characters at a time, and looks at the connector after each step. */
function type(file: string, text: string, every: number): Typed {
  const name = path.basename(file);
  const connector = readConnector([{ path: name, text: text.slice(0, 1) }], { reads: new Reads() });
  const check = new LiveCheck(connector, { today: "2026-01-15" });
  check.update();
  const times: number[] = [];
  let slowest = 0;
  for (let at = 1; at < text.length; at += every) {
    const start = performance.now();
    connector.main.edit?.({ start: at, end: at, text: text.slice(at, at + every) });
    check.update();
    // Reading the findings is part of it: what nobody reads would cost nothing.
    if (check.findings.length < 0) throw new Error("There are no fewer findings than none.");
    const time = performance.now() - start;
    times.push(time);
    slowest = Math.max(slowest, time);
  }
  return { name: path.relative(root, file), characters: text.length, slowest, times };
}

function run({ quick, progress }: Context): Promise<Section> {
  progress("every prefix of the examples and of real connectors");
  const folder = path.join(root, "examples");
  const examples = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => familyByName(name) !== undefined)
    .map((name) => path.join(folder, name));
  const smallest = hasCorpus ? manyConnectors().files.map(({ file }) => file) : [];
  const real = smallest.slice(0, quick ? 2 : 200);
  const typed = (files: readonly string[]): Typed[] =>
    files.map((file) => type(file, readFileSync(file, "utf8").replace(/^\ufeff/, ""), quick ? 25 : 1));
  // The first document of a process finds code that is not compiled; that is what opening measures.
  for (const file of examples.slice(0, 2)) type(file, readFileSync(file, "utf8"), 25);
  const groups = [
    { what: "examples", list: typed(quick ? examples.slice(0, 2) : examples) },
    { what: "real connectors", list: typed(real) },
  ].filter(({ list }) => list.length);
  const figures = groups.map(({ what, list }) => {
    const all = list.flatMap(({ times }) => times);
    const worst = [...list].sort((a, b) => b.slowest - a.slowest)[0];
    return {
      what,
      documents: list.length,
      prefixes: all.length,
      time: stats(all),
      slowest: worst?.slowest ?? 0,
      pauses: all.filter((time) => time > PAUSE).length,
    };
  });
  return Promise.resolve({
    name: "prefixes",
    title: "Typing from the first character on",
    how:
      "Every prefix of every example, and of the smallest two hundred real connectors where they are beside the repository: one character more, all " +
      "rules, and the findings read. In this process; wall time.",
    columns: ["documents", "how many", "prefixes", "p50", "p99", "slowest", `over ${PAUSE} ms`],
    rows: figures.map(({ what, documents, prefixes, time, slowest, pauses }) => [
      what,
      String(documents),
      String(prefixes),
      show(time?.p50),
      show(time?.p99),
      show(slowest),
      String(pauses),
    ]),
    notes: [],
    goals: figures.map(({ what, slowest }) => ({
      work: `slowest prefix of all ${what}`,
      unit: "ms",
      ours: slowest,
      goal: PAUSE,
    })),
    data: figures,
  });
}

export default { name: "prefixes", run } satisfies Measurement;
