import { scanJson } from "./json.ts";
import type { Leaf } from "./leaves.ts";
import type { LiveTable, TableChange } from "./live-table.ts";
import { type Region, type RegionScan, unpaired } from "./region.ts";
import { FIRST, KEY_END, KEY_START, KIND, Kind, NEXT, type Node } from "./tree.ts";
import { buildYamlByPackage } from "./yaml-package.ts";
import { scanYamlRegion } from "./yaml-scanner.ts";

/** How far behind the start of the first token of a leaf a change still bears on what stands before the leaf. */
const REACH = 4;

/** Reads a whole text into a table, instead of what is in it. */
export function scanDocument(table: LiveTable, text: string): TableChange {
  const region: Region = {
    text,
    stop: text.length,
    boundary: -1,
    more: false,
    open: [],
    expected: [],
    lineIndent: -1,
    recover: false,
    duplicates: true,
  };
  let scan: RegionScan;
  table.recover = false;
  if (table.language === "json") {
    scan = scanJson(region);
    if (scan.unbalanced) {
      table.recover = true;
      scan = scanJson({ ...region, recover: true });
    }
    table.irregular = scan.irregular && !table.recover;
  } else {
    scan = scanYamlRegion(region);
    if (scan.outcome !== "aligned") scan = byPackage(text);
  }
  return takeWhole(table, text, scan);
}

/**
 * Puts a whole document into the table. Which keys are repeated is looked for in the table afterwards, because there it is kept
 * up to date; the scan only tells whether it is worth looking.
 */
function takeWhole(table: LiveTable, text: string, scan: RegionScan): TableChange {
  const { problems } = scan.builder;
  const others = problems.filter(({ code }) => code !== "duplicate-key");
  const repeated = others.length < problems.length;
  if (repeated) {
    problems.splice(0, problems.length, ...others);
    for (const cut of scan.cuts) cut.problems = others.filter(({ start }) => start < cut.offset).length;
  }
  if (table.leaves.list.length) return table.replace(0, table.leaves.list.length, text, scan);
  return table.load(text, scan, repeated);
}

/** What the scanner cannot read is one leaf, which is read as a whole after every change. */
function byPackage(text: string): RegionScan {
  const builder = buildYamlByPackage(text);
  return {
    outcome: "aligned",
    builder,
    given: 0,
    exit: [],
    cuts: [],
    root: 0,
    brackets: "",
    unbalanced: 0,
    irregular: false,
  };
}

/**
 * Replaces a part of the text. The leaves that it touches are scanned again as one region, which grows until what follows it
 * means what it meant before.
 */
export function scanRegion(table: LiveTable, start: number, end: number, inserted: string): TableChange {
  const { leaves } = table;
  const { list } = leaves;
  const all = (): TableChange => {
    const text = leaves.text();
    return scanDocument(table, text.slice(0, start) + inserted + text.slice(end));
  };
  let from = leaves.at(start).index;
  if (from > 0 && start <= leaves.start(list[from] as Leaf) + (list[from] as Leaf).lead + REACH) from--;
  let to = leaves.at(end).index + 1;
  const first = leaves.start(list[from] as Leaf);
  let text = textOf(list, from, to);
  text = text.slice(0, start - first) + inserted + text.slice(end - first);
  if (text.length < 200 && to < list.length) text += (list[to++] as Leaf).text;
  const origin = { from, to, text };
  for (let step = 1; ; step *= 2) {
    const scan = scanBetween(table, from, to, text);
    if (scan.outcome === "whole") return all();
    const unbalanced =
      table.language === "json" && !table.recover && (scan.unbalanced > 0 || scan.outcome === "shifted");
    if (unbalanced && scan.outcome !== "grow") {
      // Now brackets do not match. What was read without an eye on the indentation reads the same with one, if it is regular.
      if (table.irregular) return all();
      table.recover = true;
      ({ from, to, text } = origin);
      step = 0.5;
    } else if (scan.outcome === "aligned") {
      // Where brackets do not match, some naturally stand where one does not expect them.
      if (scan.irregular && !table.recover) table.irregular = true;
      const change = table.replace(from, to, text, scan);
      if (!table.recover) return change;
      if (!table.unbalanced) table.recover = false;
      else if (isPaired(list)) return merged(change, scanDocument(table, leaves.text()));
      return change;
    } else if (scan.outcome === "before") {
      if (from === 0) return all();
      const earlier = Math.max(0, from - step);
      text = textOf(list, earlier, from) + text;
      from = earlier;
    } else {
      if (to >= list.length) return all();
      const later = Math.min(list.length, to + step);
      text += textOf(list, to, later);
      to = later;
    }
  }
}

function textOf(list: readonly Leaf[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += (list[i] as Leaf).text;
  return text;
}

function scanBetween(table: LiveTable, from: number, to: number, text: string): RegionScan {
  const { list } = table.leaves;
  const first = list[from] as Leaf;
  const next = list[to];
  const ahead = next ? next.text + (list[to + 1]?.text ?? "") : "";
  const region: Region = {
    text: text + ahead,
    stop: text.length,
    boundary: next ? text.length + next.lead : -1,
    more: to + 2 < list.length,
    open: table.openContainers(table.chain(first)),
    expected: table.openContainers(table.chain(next)),
    lineIndent: first.lineIndent,
    recover: table.recover,
    duplicates: false,
  };
  return table.language === "json" ? scanJson(region) : scanYamlRegion(region);
}

/** Whether all brackets may have their partner, wherever they stand. */
function isPaired(list: readonly Leaf[]): boolean {
  let brackets = "";
  for (const leaf of list) if (leaf.brackets) brackets = unpaired(brackets + leaf.brackets);
  return brackets === "" || brackets.includes("?");
}

function merged(one: TableChange, other: TableChange): TableChange {
  for (const name of ["nodes", "containers", "renamed", "faulty"] as const)
    for (const node of other[name]) one[name].add(node);
  for (const member of other.members) one.members.add(member);
  return one;
}

/** Looks for repeated keys in objects of which the members changed. */
export function duplicateProblems(
  table: LiveTable,
  containers: ReadonlySet<Node>,
  found: Map<Node, readonly Node[]>,
  keyOf: (node: Node) => string,
): void {
  for (const container of containers) {
    const repeated: Node[] = [];
    if (table.row(container, KIND) === Kind.object) {
      const names = new Set<string>();
      for (let child = table.row(container, FIRST); child >= 0; child = table.row(child, NEXT)) {
        // A value without a name is a problem of its own.
        if (table.language === "json" && table.row(child, KEY_START) === table.row(child, KEY_END)) continue;
        const name = keyOf(child);
        if (names.has(name)) repeated.push(child);
        names.add(name);
      }
    }
    if (repeated.length) found.set(container, repeated);
    else found.delete(container);
  }
}
