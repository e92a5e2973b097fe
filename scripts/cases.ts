/**
 * `npm run cases`: judges the labelled pairs that lie beside the repository and counts, class by class, how many get the right bump
 * and the right set of changes. It fails when a pair is judged wrongly about which there is no debate.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { compareConnectors, readConnector } from "../core/engine.ts";
import type { SourceInput } from "../core/syntax/source.ts";
import { largerBump } from "../core/versioning/compare.ts";
import type { Bump, Preset } from "../core/versioning/types.ts";

interface Case {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly old: object;
  readonly new: object;
  readonly expected_bump: Bump;
  readonly expected_change_ids: readonly string[];
  readonly debatable: boolean;
}
/** What is known of a kind of change: its bump, its group, and what other presets ask for. */
interface Known {
  readonly bump: Bump;
  readonly group: string;
  readonly presets: Partial<Record<Preset, Bump>>;
}

/** One labelled pair under one preset, with what was wanted and what came of it. */
export interface Scored {
  readonly id: string;
  readonly title: string;
  readonly preset: Preset;
  readonly group: string;
  readonly debatable: boolean;
  readonly wanted: { readonly bump: Bump; readonly ids: readonly string[] };
  readonly given: { readonly bump: Bump; readonly ids: readonly string[] };
}

const MAIN = "apiDefinition.swagger.json";
const sets: readonly (readonly [file: string, files: (document: object) => SourceInput[]])[] = [
  ["cases-public.json", (document) => [{ path: MAIN, text: JSON.stringify(document, null, 1) }]],
  [
    "cases-apiproperties-public.json",
    (document) => [
      { path: MAIN, text: '{ "swagger": "2.0" }' },
      { path: "apiProperties.json", text: JSON.stringify(document, null, 1) },
    ],
  ],
];
const presets = ["default", "strict", "lenient"] as const;

/** Where the labelled pairs lie. They are test data and no part of the project. */
export const casesFolder = path.resolve(import.meta.dirname, "../../shared/versioning");

/** Judges every labelled pair under every preset; `undefined` where the pairs are not there. */
export function scoreCases(folder = casesFolder): Scored[] | undefined {
  if (!sets.every(([file]) => existsSync(path.join(folder, file)))) return undefined;
  const load = <T>(file: string): T => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as T;
  const known = knownKinds(load("rules.json"), load("presets.json"));
  return sets.flatMap(([file, files]) =>
    load<Case[]>(file).flatMap((each) => {
      const [before, after] = [readConnector(files(each.old)), readConnector(files(each.new))];
      return presets.map((preset): Scored => {
        const { bump, changes } = compareConnectors(before, after, { preset });
        return {
          id: each.id,
          title: each.title,
          preset,
          group: known.get(each.rule)?.group ?? "?",
          debatable: each.debatable,
          wanted: { bump: wantedBump(each, preset, known), ids: [...each.expected_change_ids].sort() },
          given: { bump, ids: [...new Set(changes.map(({ id }) => id))].sort() },
        };
      });
    }),
  );
}

export const rightBump = ({ wanted, given }: Scored): boolean => wanted.bump === given.bump;
export const rightIds = ({ wanted, given }: Scored): boolean => wanted.ids.join() === given.ids.join();

function knownKinds(
  kinds: readonly { readonly id: string; readonly bump: Bump; readonly group: string }[],
  debatable: readonly ({ readonly rule: string } & Partial<Record<Preset, Bump>>)[],
): ReadonlyMap<string, Known> {
  const byRule = new Map(debatable.map((each) => [each.rule, each]));
  return new Map(kinds.map(({ id, bump, group }) => [id, { bump, group, presets: byRule.get(id) ?? {} }]));
}

/** What a pair asks for: as labelled, and under the other presets the largest that its changes ask for. */
function wantedBump(each: Case, preset: Preset, known: ReadonlyMap<string, Known>): Bump {
  if (preset === "default") return each.expected_bump;
  return each.expected_change_ids.reduce<Bump>((largest, id) => {
    const kind = known.get(id);
    return largerBump(largest, kind?.presets[preset] ?? kind?.bump ?? "none");
  }, "none");
}

/** Counts of a list of pairs by class, one line each. */
function table(title: string, scored: readonly Scored[], classOf: (each: Scored) => string): string {
  const classes = new Map<string, Scored[]>();
  for (const each of scored) classes.set(classOf(each), [...(classes.get(classOf(each)) ?? []), each]);
  const lines = [...classes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, list]) => {
      const cell = (right: (each: Scored) => boolean): string =>
        `${list.filter(right).length}/${list.length}`.padStart(9);
      return `  ${name.padEnd(28)}${cell(rightBump)}${cell(rightIds)}`;
    });
  return `${title.padEnd(30)}     bump      ids\n${lines.join("\n")}\n`;
}

function main(): void {
  const scored = scoreCases();
  if (!scored) {
    process.stdout.write("skipped: the labelled pairs are not beside the repository (../shared/versioning).\n");
    return;
  }
  const ordinary = scored.filter(({ preset }) => preset === "default");
  process.stdout.write(
    [
      table("By required bump", ordinary, ({ wanted }) => wanted.bump),
      table("By group of kinds", ordinary, ({ group }) => group),
      table("By debate", ordinary, ({ debatable }) => (debatable ? "debatable" : "not debatable")),
      table("By preset", scored, ({ preset }) => preset),
      table(
        "What has to be silent",
        ordinary.filter(({ wanted }) => !wanted.ids.length),
        () => "equivalences",
      ),
    ].join("\n"),
  );
  const wrong = scored.filter((each) => !(rightBump(each) && rightIds(each)));
  for (const { id, title, preset, debatable, wanted, given } of wrong)
    process.stdout.write(
      `\n${id} under ${preset}${debatable ? " (debatable)" : ""}: ${title}\n  wanted ${wanted.bump}: ${wanted.ids.join(", ") || "nothing"}\n  given  ${given.bump}: ${given.ids.join(", ") || "nothing"}\n`,
    );
  if (wrong.some(({ debatable }) => !debatable)) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) main();
