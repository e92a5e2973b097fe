import { checkConnector } from "../checklist/check.ts";
import { rules } from "../checklist/generated.ts";
import type { CheckOptions, Finding } from "../checklist/types.ts";
import type { Connector } from "../model/connector.ts";
import type { Place } from "../syntax/source.ts";
import { rules as changes } from "../versioning/generated.ts";
import { locate, placeOf } from "./locate.ts";
import { type LogEntry, readLog, UNMARKED } from "./log.ts";
import { elsewhere, words } from "./words.ts";

/** An entry of a log with what we know of it. */
export interface Explained {
  readonly entry: LogEntry;
  /** Where it is; where the log does not say, where our own finding is. */
  readonly place: Place | undefined;
  /** The rule that says the same; empty where none is known. */
  readonly rule: string;
  /** What to do about it. */
  readonly todo: string;
  /** Our own finding at this place, if there still is one. */
  readonly finding: Finding | undefined;
}

/** A rule or kind of change as far as it matters here. */
interface Known {
  readonly id: string;
  readonly todo: string;
}
const byId = new Map<string, Known>([...rules, ...changes].map((rule) => [rule.id, rule]));

/**
 * What each entry of a pasted log means in a connector: the place, the rule that says the same, and what to do. Lines that are
 * not about a connector are left out. `today` of the options is YYYY-MM-DD.
 */
export function explainLog(text: string, connector: Connector, options: CheckOptions): Explained[] {
  const findings = checkConnector(connector, options);
  return readLog(text).flatMap((entry) => {
    const explained = explain(entry, connector, findings);
    return entry.code === UNMARKED && !explained.rule && !explained.todo ? [] : [explained];
  });
}

function explain(entry: LogEntry, connector: Connector, findings: readonly Finding[]): Explained {
  const located = locate(entry.at, connector);
  const candidates = candidatesFor(entry);
  const near = located
    ? findings.filter(({ place }) => isNear(place.pointer, place, located.item.pointer, located.item.file.path))
    : findings;
  const finding =
    near.find(({ rule }) => candidates.includes(rule)) ??
    // The place alone tells where words do not, as long as we have something to say of it that weighs as much.
    (candidates.length || !located ? undefined : near.find(({ severity }) => severity === entry.severity));
  const rule = finding?.rule ?? candidates[0] ?? "";
  const note = elsewhere.find(([pattern]) => pattern.test(`${entry.code} ${entry.message}`))?.[1];
  return {
    entry,
    // Our own finding stands at the narrowest place; without one the log's own word has to do.
    place: finding && candidates.includes(finding.rule) ? finding.place : located && placeOf(located),
    rule,
    todo: byId.get(rule)?.todo ?? note ?? "",
    finding,
  };
}

/** Rules that say what an entry says, by its code and by its words. */
function candidatesFor({ code, message }: LogEntry): readonly string[] {
  const coded = rules.filter(({ codes }) => code && codes?.includes(code)).map(({ id }) => id);
  const spoken = words.filter(([pattern]) => pattern.test(message)).flatMap(([, ids]) => ids);
  const start = message.slice(0, firstSentence(message));
  // Several kinds of change share a sentence; the one that is a special case of another has the longer name.
  const changed = changes
    .filter(({ official }) => official?.message.startsWith(start))
    .map(({ id }) => id)
    .sort((a, b) => a.length - b.length);
  return [...new Set([...changed, ...spoken, ...coded])].filter((id) => byId.has(id));
}
function firstSentence(message: string): number {
  const end = message.search(/\.(?:\s|$)/);
  return end < 0 ? message.length : end + 1;
}

/** Whether a finding is about a value or about something right above or below it. */
function isNear(pointer: string, { file }: Place, wanted: string, path: string): boolean {
  if (file.path !== path) return false;
  if (pointer === wanted) return true;
  return pointer.startsWith(`${wanted}/`)
    ? pointer.slice(wanted.length + 1).split("/").length <= 2
    : wanted.startsWith(`${pointer}/`) && wanted.slice(pointer.length + 1).split("/").length <= 1;
}
