import type { GuideUsage } from "../api/language.ts";
import type { Connector, Operation } from "../model/connector.ts";
import type { Place } from "../syntax/source.ts";
import type { Change, Verdict } from "../versioning/types.ts";
import { alsoIn, byOperation, type ChangeGroup, shortMessage, thingOf } from "./groups.ts";
import { code, count, enumerate, literal } from "./markdown.ts";
import { bySteps } from "./steps.ts";

/** A version of a connector: its number (or what else it is called), and what it is. */
export interface Edition {
  readonly version: string;
  readonly connector: Connector;
}

export interface GuideInput {
  readonly verdict: Verdict;
  readonly from: Edition;
  readonly to: Edition;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly usage?: GuideUsage | undefined;
}

/** How many names a sentence lists before it counts the rest. */
const MANY = 12;

/**
 * A migration guide drafted from the major changes, as markdown: who is affected, and for each operation what it was and is, with
 * numbered steps by kind of change. Every step names what it is about, so that `uncovered` finds it in whatever an author makes of
 * the text.
 */
export function migrationGuide({ verdict, from, to, today, usage }: GuideInput): string {
  const major = byOperation({ changes: verdict.changes.filter(({ bump }) => bump === "major") });
  // Who cannot connect can try nothing else, so what belongs to no operation comes first.
  const groups = [...major.filter(({ area }) => area), ...major.filter(({ area }) => !area)];
  const name = literal(to.connector.displayName);
  const parts = [
    `# Move ${name} from ${literal(from.version)} to ${literal(to.version)}`,
    `As of ${today}.`,
    `## Who is affected\n\n${affected(groups, name, usage)}`,
    ...groups.map((group) => section(group, from.connector, to.connector, usage)),
  ];
  if (groups.length)
    parts.push(
      "## Afterwards\n\nRun everything that you changed once, with data that may go wrong, before you rely on it.",
    );
  return `${parts.join("\n\n")}\n`;
}

function affected(groups: readonly ChangeGroup<Change>[], name: string, usage: GuideUsage | undefined): string {
  if (!groups.length) return `Nobody: whatever uses ${name} goes on working.`;
  // Names that do not stand out are no coverage: that an operation is affected does not say what to do.
  const operations = new Set(
    groups.flatMap(({ operation, changes }) => [
      ...(operation === undefined ? [] : [operation]),
      ...changes.flatMap(alsoIn),
    ]),
  );
  const areas = groups.flatMap(({ area, title }) => (area ? [`“${title}”`] : []));
  const sentences = [];
  if (areas.length) sentences.push(`Everybody who uses ${name}; see ${enumerate(areas)}.`);
  if (operations.size)
    sentences.push(
      `${areas.length ? "Besides, whoever" : "Whoever"} calls ${enumerate([...operations].map(literal), MANY)}.`,
    );
  if (usage) {
    const { active_connections: connections, orchestrations, enterprises, example_data } = usage;
    sentences.push(
      `At present there are ${count(connections, "active connection")} of ${count(enterprises, "enterprise")}, and ${count(orchestrations, "orchestration")} ${orchestrations === 1 ? "uses" : "use"} it${example_data ? " (partly example data)" : ""}.`,
    );
  }
  return sentences.join(" ");
}

function section(
  group: ChangeGroup<Change>,
  before: Connector,
  after: Connector,
  usage: GuideUsage | undefined,
): string {
  const calls = usage?.by_operation.find(({ operation }) => operation === group.operation)?.orchestrations ?? 0;
  const lead = [
    ...oldAndNew(group, before, after),
    ...(calls ? [`${count(calls, "orchestration")} ${calls === 1 ? "calls" : "call"} it at present.`] : []),
  ];
  const steps = [...bySteps(group.changes)].map(([{ title, text }, changes], index) => {
    const items = new Set(changes.map((change) => `   - ${item(change)}`));
    return `${index + 1}. **${title}** ${text}\n${[...items].join("\n")}`;
  });
  return [`## ${literal(group.title)}`, ...(lead.length ? [lead.join(" ")] : []), steps.join("\n")].join("\n\n");
}

/** What was and what is called: `GET /items` → `GET /things`, with ids where they differ. */
function oldAndNew({ operation, changes }: ChangeGroup<Change>, before: Connector, after: Connector): string[] {
  if (operation === undefined) return [];
  const now =
    after.operation(operation) ??
    holder(
      after,
      changes.map((change) => change.new),
    );
  const old =
    before.operation(operation) ??
    holder(
      before,
      changes.map((change) => change.old),
    );
  if (!old && !now) return [];
  const renamed = old !== undefined && now !== undefined && old.id !== now.id;
  const say = (one: Operation | undefined, nothing: string): string => {
    if (!one) return nothing;
    const address = code(`${one.method} ${one.path}`);
    return renamed ? `${one.id ? code(one.id) : "without an id"}, ${address}` : address;
  };
  const [was, is] = [say(old, "new"), say(now, "removed")];
  return [was === is ? `${is}.` : `${was} → ${is}.`];
}

/** The operation that a place lies in. */
function holder(connector: Connector, places: readonly (Place | undefined)[]): Operation | undefined {
  return connector.operations.find(({ item: { whole } }) =>
    places.some((place) => place?.file === whole.file && whole.start <= place.start && place.end <= whole.end),
  );
}

/** What a step is about: its sentence, with the name of the thing as code. */
function item(change: Change): string {
  const { kind, name, phrase } = thingOf(change);
  const message = shortMessage(change);
  const at = message.toLowerCase().indexOf(phrase.toLowerCase());
  const marked = kind ? `${kind} ${code(name)}` : literal(phrase);
  const said =
    at < 0
      ? `${marked}: ${literal(message.replace(/^The /, "the "))}`
      : `${literal(message.slice(0, at))}${marked}${literal(message.slice(at + phrase.length))}`;
  const others = alsoIn(change).map(literal);
  return `${capital(said)}${others.length ? ` The same goes for ${enumerate(others, MANY)}.` : ""}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
