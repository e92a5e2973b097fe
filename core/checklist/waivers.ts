import type { Connector } from "../model/connector.ts";
import { dirName } from "../model/files.ts";
import { appendItem, remove, setMember } from "../syntax/edits.ts";
import { Item, textAt } from "../syntax/item.ts";
import { printYamlInline } from "../syntax/print-yaml.ts";
import type { Place, SourceFile, TextEdit } from "../syntax/source.ts";
import type { Project, Waiver } from "./project.ts";
import { SYNTAX_RULE } from "./syntax.ts";
import type { Finding } from "./types.ts";

/** Id of the findings about waivers that do not count, or count no more. */
export const WAIVER_RULE = "waiver-counts";

/** A finding that somebody has decided to live with. */
export interface Waived {
  readonly finding: Finding;
  readonly waiver: Waiver;
}
/** Findings after waivers were taken into account: what is left, and what was waived. */
export interface Settled {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
}

/**
 * Takes waived findings out, and adds one for each waiver that does not count. `today` is YYYY-MM-DD; `knows` says whether
 * findings of a rule were looked for at all.
 */
export function applyWaivers(
  findings: readonly Finding[],
  project: Project,
  connector: Connector,
  { today, knows }: { readonly today: string; readonly knows: (rule: string) => boolean },
): Settled {
  const waivers = project.waivers.filter((waiver) => isFor(waiver, connector));
  if (!waivers.length) return { findings, waived: [] };
  const used = new Set<Waiver>();
  const waived: Waived[] = [];
  const left = findings.filter((finding) => {
    if (finding.rule === SYNTAX_RULE) return true;
    const waiver = waivers.find((each) => each.rule === finding.rule && matches(each, finding.place));
    if (!waiver) return true;
    used.add(waiver);
    if (flawOf(waiver, today) || waiver.value !== valueHash(finding.place)) return true;
    waived.push({ finding, waiver });
    return false;
  });
  const flaws = waivers.flatMap((waiver) => {
    const isForNothing = !used.has(waiver) && knows(waiver.rule);
    return reportOf(waiver, findings, isForNothing, today) ?? [];
  });
  return { findings: [...left, ...flaws], waived };
}

/** Settings above a connector may waive findings of others too; those beside it are about nothing else. */
function isFor(waiver: Waiver, { main, files }: Connector): boolean {
  return (
    waiver.folder === dirName(main.path) || files.some((file) => names(waiver, file, waiver.at.replace(/^[^#]*/, "")))
  );
}
/** Whether a waiver is for this place, whatever stands there. */
function matches(waiver: Waiver, { file, pointer }: Place): boolean {
  return names(waiver, file, pointer && `#${pointer}`);
}
function names({ at, folder }: Waiver, file: SourceFile, fragment: string): boolean {
  const path = relativePath(folder, file);
  if (path !== undefined) return at === path + fragment;
  // Settings of a folder that the path does not begin with, because that was given from further inside.
  return at.endsWith(`/${file.path}${fragment}`);
}

/** Path of a file as seen from a folder; `undefined` where it does not lie below it. */
function relativePath(folder: string, { path }: SourceFile): string | undefined {
  if (!folder) return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

/** A hash of the text at a place, blanks aside: 11 digits to tell values apart, and no protection against anybody. */
export function valueHash(place: Place): string {
  const text = textAt(place).replace(/\s+/g, " ").trim();
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return ((two >>> 0) * 0x1000 + ((one >>> 0) & 0xfff)).toString(16).padStart(11, "0");
}

/** Why a waiver does not count, whatever it is for. */
function flawOf({ reason, author, expires }: Waiver, today: string): string | undefined {
  if (!reason) return "This waiver has no reason and does not count: write why the finding may stay.";
  if (!author) return "This waiver has no author and does not count: write who decided it.";
  if (expires && expires < today)
    return `This waiver ended on ${expires}: mend what it is for, or decide anew and give a later day.`;
  return undefined;
}

function reportOf(
  waiver: Waiver,
  findings: readonly Finding[],
  isForNothing: boolean,
  today: string,
): Finding | undefined {
  const { item, rule, at, value, reason, author } = waiver;
  const here = item.get("at");
  const flaw = flawOf(waiver, today);
  const named = item.get("rule").exists ? item.get("rule") : item;
  if (flaw) return finding(reason && author ? item.get("expires") : named, flaw);
  if (isForNothing) {
    const of = `There is no finding of ${rule || "this rule"}`;
    return finding(
      here.exists ? here : item,
      `${of} at ${at || "any place"} any more: remove the waiver.`,
      removal(item),
    );
  }
  const there = findings.filter((each) => each.rule === rule && matches(waiver, each.place));
  const hashes = there.map(({ place }) => valueHash(place));
  if (!there.length || hashes.includes(value)) return undefined;
  const [hash = ""] = hashes;
  const given = item.get("value");
  return finding(
    given.exists ? given : item,
    value
      ? `What stands at ${at} has changed since this waiver was given: decide anew.`
      : `This waiver does not say what it was given for: add value: ${hash}.`,
    { title: "Waive what stands there now", edits: () => setMember(item, "value", hash) },
  );
}

function removal(item: Item): Finding["fixes"][number] {
  return { title: "Remove the waiver", edits: () => remove(item.parent.children().length === 1 ? item.parent : item) };
}

function finding(at: Item, message: string, ...fixes: Finding["fixes"]): Finding {
  return {
    rule: WAIVER_RULE,
    section: "publication",
    severity: "warning",
    message,
    place: at.place,
    codes: [],
    fixes,
  };
}

/** What a person says of a waiver. */
export interface Decision {
  readonly reason: string;
  readonly author: string;
  readonly expires?: string;
}

/**
 * The edit of the settings that waives a finding. `settings` is the file beside the connector; where there is none yet, the
 * edit is the content of a new file at the path `path`.
 */
export function waive(found: Finding, decision: Decision, connector: Connector, path: string): TextEdit[] {
  const settings = connector.files.find((file) => file.role === "project" && file.path === path);
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
  const waiver = {
    rule: found.rule,
    at: placeOf(found, folder),
    value: valueHash(found.place),
    reason: decision.reason,
    author: decision.author,
    ...(decision.expires && { expires: decision.expires }),
  };
  const lines = Object.entries(waiver).map(([key, value]) => `${key}: ${printYamlInline(value)}`);
  const item = (indent: string): string => `${indent}- ${lines.join(`\n${indent}  `)}\n`;
  const text = settings?.text ?? "";
  const list = settings?.tree ? Item.root(settings).get("waivers") : undefined;
  const last = list?.children().at(-1);
  if (list && last && text[list.whole.end - 1] === "]") return appendItem(list, waiver);
  if (list?.exists && !last)
    return [{ path, start: list.whole.start, end: list.whole.end, newText: `waivers:\n${item("  ").trimEnd()}` }];
  const at = last ? endOfLine(text, last.whole.end) : text.length;
  const indent = last ? /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", last.whole.start - 1) + 1))?.[0] : undefined;
  const before = at > 0 && text[at - 1] !== "\n" ? "\n" : "";
  return [{ path, start: at, end: at, newText: before + (last ? item(indent ?? "") : `waivers:\n${item("  ")}`) }];
}

/** The place of a finding as waivers name it. */
function placeOf({ place: { file, pointer } }: Finding, folder: string): string {
  return (relativePath(folder, file) ?? file.path) + (pointer && `#${pointer}`);
}

/** Offset behind the line that ends at or behind an offset; an offset at the start of a line is behind the one before. */
function endOfLine(text: string, from: number): number {
  if (text[from - 1] === "\n") return from;
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end + 1;
}
