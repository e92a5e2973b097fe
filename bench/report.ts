/** Turns sections into text for people: a table on the terminal, RESULTS.md, and the short block in the README. */
import { round } from "./stats.ts";
import type { Goal, Section } from "./types.ts";

export interface Environment {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly inputs: string;
  readonly missing: string | undefined;
}

/** How many times better we are than the peer; below one, we are worse. */
export function ratioOf({ ours, peer, atLeast }: Goal): number | undefined {
  if (!peer || !ours) return undefined;
  if (peer.ratio !== undefined) return peer.ratio;
  return atLeast ? ours / peer.value : peer.value / ours;
}
/** `undefined` where there is nothing to judge. */
export function reached({ ours, goal, atLeast, void: nothing }: Goal): boolean | undefined {
  if (ours === undefined || nothing) return undefined;
  return atLeast ? ours >= goal : ours <= goal;
}

const figure = (value: number, unit: string): string => `${round(value)} ${unit}`;
const times = (ratio: number): string => `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(ratio >= 1 ? 1 : 2)} ×`;

const GOAL_COLUMNS = ["work", "ours", "goal", "peer", "times better than the peer", "reached"];
function goalRow(goal: Goal): string[] {
  const { work, ours, unit, peer, remark } = goal;
  const ratio = ratioOf(goal);
  const met = reached(goal);
  return [
    work,
    ours === undefined ? "not measured" : figure(ours, unit),
    `${goal.atLeast ? "≥" : "≤"} ${figure(goal.goal, unit)}${remark ? ` (${remark})` : ""}`,
    peer ? `${figure(peer.value, unit)} (${peer.name})` : "–",
    ratio === undefined ? "–" : times(ratio),
    goal.void ?? (met === undefined ? "–" : met ? "yes" : "**no**"),
  ];
}

const markdownTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  [columns, columns.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Columns padded to their widest cell. */
export function plainTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, at) => Math.max(column.length, ...rows.map((row) => (row[at] ?? "").length)));
  return [columns, ...rows]
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] as number) : cell.padStart(widths[at] as number)))
        .join("  "),
    )
    .join("\n");
}

export function terminal(sections: readonly Section[], environment: Environment): string {
  const parts = sections.map(({ title, columns, rows, notes }) =>
    [title, plainTable(columns, rows), ...notes].join("\n"),
  );
  const goals = sections.flatMap((section) => section.goals);
  if (goals.length)
    parts.push(
      `Goals\n${plainTable(
        GOAL_COLUMNS,
        goals.map(goalRow).map((row) => row.map((cell) => cell.replaceAll("**", ""))),
      )}`,
    );
  return `${[...parts, ...(environment.missing ? [environment.missing] : [])].join("\n\n")}\n`;
}

const BY_HAND = ["<!-- by hand: start -->", "<!-- by hand: end -->"] as const;

/** What stands between two markers, without them. */
export function between(text: string, [start, end]: readonly [string, string]): string | undefined {
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  return from < 0 || to < from ? undefined : text.slice(from + start.length, to);
}

/** The whole of RESULTS.md; what people wrote into the old one is kept. */
export function results(sections: readonly Section[], environment: Environment, old: string): string {
  const { date, machine, node, versions, inputs, missing } = environment;
  const goals = sections.flatMap((section) => section.goals);
  const judged = goals.map(reached).filter((each) => each !== undefined);
  return `# Results of the bench

Written by \`npm run bench\`, but for the part that says otherwise. Ratios between figures of one run count; absolute figures follow the machine.

- Date: ${date}
- Machine: ${machine}
- Node ${node}
- Versions: ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}
- Documents: ${inputs}${missing ? `\n- ${missing}` : ""}

## Goals

${judged.filter(Boolean).length} of ${judged.length} goals are reached.

${markdownTable(GOAL_COLUMNS, goals.map(goalRow))}

## Where a goal is not reached

${BY_HAND[0]}${between(old, BY_HAND) ?? "\nNothing is written here yet.\n"}${BY_HAND[1]}

${sections
  .map(
    ({ title, how, columns, rows, notes }) =>
      `## ${title}\n\n${how}\n\n${markdownTable(columns, rows)}\n${notes.map((note) => `\n${note}\n`).join("")}`,
  )
  .join("\n")}`;
}

export const README_MARKERS = ["<!-- bench:start -->", "<!-- bench:end -->"] as const;

/** What the README tells of it: beginnings of the goals' names, and what they mean to a person. */
const TOLD: readonly (readonly [begin: string, what: string])[] = [
  [
    "key → diagnostics, JSON largest (",
    "A key press in a swagger of 1.1 MB, until all findings and the verdict are there",
  ],
  ["key → diagnostics, YAML largest (", "The same in a definition of 1.1 MB"],
  ["open → first diagnostics, JSON largest (", "Opening that swagger"],
  ["memory, JSON", "Memory with it open and edited"],
  ["check of many, MB/s", "Checking a folder of connectors, per core"],
  ["diff of the largest pair", "Comparing the largest pair of versions"],
];

/** The part of the README between the markers: our figures, the peers', and how they compare, without any adjective. */
export function readmeBlock(sections: readonly Section[], { date }: Environment): string {
  const goals = sections.flatMap((section) => section.goals).filter((goal) => !goal.void);
  const rows = TOLD.flatMap(([begin, what]) => {
    const goal = goals.find(({ work }) => work.startsWith(begin));
    const ratio = goal && ratioOf(goal);
    if (!goal?.peer || goal.ours === undefined || ratio === undefined) return [];
    const { ours, unit, peer } = goal;
    return [[what, figure(ours, unit), `${figure(peer.value, unit)} (${peer.name})`, times(ratio)]];
  });
  const table = markdownTable(["", "Patchbay", "what others take", "times better"], rows);
  return `\n## How fast\n\nMeasured on ${date} beside others in one run ([all figures](bench/RESULTS.md), \`npm run bench\`):\n\n${table}\n`;
}
