import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConnector } from "../../core/checklist/check.ts";
import { findingsSince } from "../../core/checklist/since.ts";
import type { Finding, Severity } from "../../core/checklist/types.ts";
import { groupFolder, readConnector } from "../../core/model/read.ts";
import type { SourceInput, TextEdit } from "../../core/syntax/source.ts";
import { applyEdits } from "../support/examples.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";

if (!hasCorpus) process.stderr.write(`Skipped: ${noCorpus}.\n`);

/** With `--fast`, one connector of so many is looked at. */
const STEP = process.env.PATCHBAY_TEST_FAST ? 12 : 1;
const WEIGHT: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };
const OPTIONS = { today: "2026-01-15" } as const;

function connectors(): SourceInput[][] {
  const folders = new Map<string, string[]>();
  for (const file of filesBelow(path.join(corpus, "dev"))) {
    const folder = path.dirname(file);
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders.values()]
    .flatMap((files) => groupFolder(files))
    .filter((_, index) => index % STEP === 0)
    .map(({ main, companions }) =>
      [main, ...companions]
        .filter((file) => !file.endsWith(".png"))
        .map((file) => ({ path: file, text: readFileSync(file, "utf8") })),
    );
}
const check = (files: readonly SourceInput[]): readonly Finding[] =>
  checkConnector(readConnector(files, { folder: true }), OPTIONS);

/** The edits of the first fixes of all findings of a rule; what would overlap is left to the next round, as an editor does. */
function editsOf(findings: readonly Finding[]): { edits: TextEdit[]; fixed: Finding[] } {
  const edits: TextEdit[] = [];
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const own = finding.fixes[0]?.edits() ?? [];
    const overlaps = own.some((edit) =>
      edits.some((other) => other.path === edit.path && edit.start <= other.end && other.start <= edit.end),
    );
    if (!own.length || overlaps) continue;
    edits.push(...own);
    fixed.push(finding);
  }
  return { edits, fixed };
}

/** What is wrong with applying the fixes of one rule to a connector; nothing, if all is well. */
function flaws(files: readonly SourceInput[], before: readonly Finding[], rule: string): string[] {
  const of = before.filter((finding) => finding.rule === rule);
  const { edits, fixed } = editsOf(of);
  if (!fixed.length) return [];
  const name = path.basename(path.dirname(files[0]?.path ?? ""));
  const after = check(applyEdits(files, edits));
  const found: string[] = [];
  const left = after.filter((finding) => finding.rule === rule).length;
  if (left > of.length - fixed.length)
    found.push(`${rule} in ${name}: ${fixed.length} fixed, but ${left} of ${of.length} are left`);
  const weight = Math.max(...fixed.map(({ severity }) => WEIGHT[severity]));
  for (const { rule: other, severity, message } of findingsSince(after, before)) {
    if (other === rule || (WEIGHT[severity] <= weight && other !== "syntax")) continue;
    // What a fix moves is found at its new place, in other words; only more of it is worse.
    const count = (all: readonly Finding[]): number => all.filter((finding) => finding.rule === other).length;
    if (count(after) > count(before)) found.push(`${rule} in ${name} brings ${severity} ${other}: ${message}`);
  }
  return found;
}

describe.skipIf(!hasCorpus)(`fixes in real connectors (skipped when ${noCorpus})`, () => {
  it("leave text that parses, silence the finding and bring nothing worse", () => {
    const found = new Map<string, string[]>();
    let count = 0;
    for (const files of connectors()) {
      const before = check(files);
      for (const rule of new Set(before.filter(({ fixes }) => fixes.length).map((finding) => finding.rule))) {
        count++;
        const own = flaws(files, before, rule);
        if (own.length) found.set(rule, [...(found.get(rule) ?? []), ...own]);
      }
    }
    process.stdout.write(`fixes: ${count} times all places of a rule in a connector\n`);
    expect([...found.values()].flatMap((each) => [`${each.length} ×`, ...each.slice(0, 3)])).toEqual([]);
  }, 600_000);
});
