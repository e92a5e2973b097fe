/** A key is pressed: how long until the diagnostics of the new text are there? */

import { SIZES } from "../inputs/generate.ts";
import type { Input } from "../inputs/index.ts";
import { label, madeUp, realOne } from "../inputs/index.ts";
import { Keys, KINDS, type Kind } from "../lsp/edits.ts";
import { type Guest, guests, hasVerdict, type Role, seat } from "../lsp/party.ts";
import type { Session } from "../lsp/session.ts";
import { round, type Stats, show, sleep, stats } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";

/** What a server took for the keys of one kind in one document. */
export interface KeyFigures {
  readonly document: string;
  readonly size: string;
  readonly language: string;
  readonly real: boolean;
  readonly kind: Kind;
  readonly role: Role;
  readonly server: string;
  readonly mode: string;
  /** CPU of the server until the diagnostics were read, and until the next key: what it does afterwards costs too. */
  readonly cpu: Stats | undefined;
  readonly cpuWithAfterwork: Stats | undefined;
  /** From sending the key to reading the diagnostics, without the time that the server waits on purpose. */
  readonly wall: Stats | undefined;
  readonly verdict: boolean | undefined;
  readonly void: string | undefined;
}

interface Player {
  readonly guest: Guest;
  readonly session: Session;
  readonly verdict: boolean | undefined;
  cpu: number[];
  after: number[];
  wall: number[];
  states: [typed: Set<string>, undone: Set<string>];
  /** CPU before the last key; what was used since belongs to that key. */
  before: number | undefined;
  edits: number;
  spent: number;
}

/** Pairs of keys, how many are thrown away first, and for how many milliseconds a slow server is waited for. */
const PLAN = {
  full: { pairs: 60, warm: 10, first: 30, budget: 5_000, peerBudget: 3_000 },
  quick: { pairs: 4, warm: 1, first: 2, budget: 1_500, peerBudget: 1_000 },
};
async function press(player: Player, keys: Keys, kind: Kind, counts: boolean): Promise<void> {
  const { session, guest } = player;
  for (const undo of [0, 1] as const) {
    const edit = keys.edit(kind, player.edits + undo);
    const cpu = session.client.cpu();
    if (player.before !== undefined) player.after.push(cpu - player.before);
    const start = performance.now();
    const { at, state } = await session.key(edit);
    const used = session.client.cpu() - cpu;
    const wait = session.mode === "push" ? guest.server.debounce : 0;
    player.spent += performance.now() - start;
    player.states[undo].add(state);
    if (counts) {
      player.cpu.push(used);
      player.wall.push(Math.max(0, at - start - wait));
    }
    player.before = counts ? cpu : undefined;
    // A person's keys are no closer than this; without a pause, work that was put off would meet the next key.
    await sleep(8);
  }
  player.edits += 2;
}

async function kindOf(players: readonly Player[], keys: Keys, kind: Kind, context: Context): Promise<void> {
  const plan = context.quick ? PLAN.quick : PLAN.full;
  const warm = kind === KINDS[0] ? plan.first : plan.warm;
  for (const player of players) {
    Object.assign(player, { cpu: [], after: [], wall: [], states: [new Set(), new Set()], edits: 0, spent: 0 });
    player.before = undefined;
  }
  for (let pair = -warm; pair < plan.pairs; pair++) {
    for (const player of players) {
      const peer = player.guest.role === "peer";
      const budget = peer ? plan.peerBudget : plan.budget;
      // Too slow to do it all: some keys are enough to say so, and at least some count.
      const counts = pair >= 0 || player.spent > budget / 4;
      if (player.spent > budget && player.cpu.length >= 6) continue;
      await press(player, keys, kind, counts);
    }
  }
  for (const { before, session, after } of players) if (before !== undefined) after.push(session.client.cpu() - before);
}

async function documentOf(input: Input, context: Context): Promise<KeyFigures[]> {
  const keys = new Keys(input.text, input.language);
  const players: Player[] = [];
  const found: KeyFigures[] = [];
  try {
    for (const guest of await guests(context, input)) {
      const session = await seat(guest, input);
      const verdict = guest.role === "ours" ? await hasVerdict(session) : undefined;
      const states: Player["states"] = [new Set(), new Set()];
      players.push({
        guest,
        session,
        verdict,
        cpu: [],
        after: [],
        wall: [],
        states,
        before: undefined,
        edits: 0,
        spent: 0,
      });
    }
    for (const kind of KINDS) {
      context.progress(`key → diagnostics: ${label(input)}, ${kind}`);
      await kindOf(players, keys, kind, context);
      for (const { guest, session, verdict, cpu, after, wall, states } of players) {
        const stuck =
          kind === "toggle" && guest.role !== "null" && [...states[0]].some((state) => states[1].has(state));
        found.push({
          document: label(input),
          size: input.size,
          language: input.language,
          real: input.real,
          kind,
          role: guest.role,
          server: guest.server.name,
          mode: session.mode,
          cpu: stats(cpu),
          cpuWithAfterwork: stats(after),
          wall: stats(wall),
          verdict,
          void: stuck
            ? "void: the diagnostics did not toggle"
            : verdict === false
              ? "void: the verdict was not on"
              : undefined,
        });
      }
    }
  } finally {
    await Promise.all(players.map(({ session }) => session.client.stop()));
  }
  return found;
}

function inputs(context: Context): Input[] {
  const sizes = context.quick ? ["median", "largest"] : SIZES.map(({ name }) => name);
  const made = (["json", "yaml"] as const).flatMap((language) => sizes.map((size) => madeUp(language, size)));
  const real = context.quick
    ? []
    : (["median", "p90", "largest"] as const).map(realOne).filter((each) => each !== undefined);
  return [...made, ...real];
}

/**
 * A goal for each document and quantile. It holds for every kind of key, and where the null server is slower than the goal, its
 * figure for that kind is the goal; what is shown is the kind that comes off worst.
 */
function goalsOf(figures: readonly KeyFigures[]): Goal[] {
  return [...new Set(figures.map(({ document }) => document))].flatMap((document) => {
    const of = (role: Role, kind: Kind): KeyFigures | undefined =>
      figures.find((each) => each.document === document && each.role === role && each.kind === kind);
    return (["p50", "p99"] as const).map((part): Goal => {
      const usual = part === "p50" ? 1 : 5;
      const goals = KINDS.map((kind): Goal => {
        const [ours, peer] = [of("ours", kind), of("peer", kind)];
        const least = of("null", kind)?.cpu?.[part] ?? 0;
        return {
          work: `key → diagnostics, ${document}, ${part}; worst: ${kind}`,
          unit: "ms CPU",
          ours: ours?.cpu?.[part],
          goal: Math.max(usual, least),
          peer: peer?.cpu && !peer.void ? { name: peer.server, value: peer.cpu[part] } : undefined,
          void: ours?.void,
          remark: least > usual ? `the null server's own figure; otherwise ${usual}` : undefined,
        };
      });
      const badness = ({ ours, goal, void: nothing }: Goal): number =>
        nothing || ours === undefined ? Number.POSITIVE_INFINITY : ours / goal;
      return goals.reduce((worst, each) => (badness(each) > badness(worst) ? each : worst));
    });
  });
}

/** A thousand operations against fourteen: one, if a key costs what it changes and not what the document holds. */
function growth(figures: readonly KeyFigures[]): Goal[] {
  return (["json", "yaml"] as const).flatMap((language) => {
    const ratio = (role: Role): number | undefined => {
      const p50 = (size: string): number | undefined =>
        figures.find(
          (each) =>
            each.language === language &&
            !each.real &&
            each.role === role &&
            each.kind === "benign" &&
            each.size === size,
        )?.cpu?.p50;
      const [large, small] = [p50("thousand"), p50("median")];
      return large !== undefined && small ? large / small : undefined;
    };
    const [ours, peer] = [ratio("ours"), ratio("peer")];
    if (ours === undefined) return [];
    const name = language === "json" ? "JSON server" : "YAML server";
    return [
      {
        work: `key at 1,000 operations / key at 14, ${language.toUpperCase()}`,
        unit: "×",
        ours,
        goal: 1.5,
        peer: peer === undefined ? undefined : { name, value: peer },
      },
    ];
  });
}

function row(each: KeyFigures, all: readonly KeyFigures[]): string[] {
  const ours = all.find(
    (other) => other.role === "ours" && other.document === each.document && other.kind === each.kind,
  );
  const ratio = each.role !== "ours" && each.cpu && ours?.cpu?.p50 ? `${round(each.cpu.p50 / ours.cpu.p50)}×` : "";
  return [
    each.document,
    each.kind,
    `${each.server} (${each.mode})`,
    show(each.cpu?.p50),
    show(each.cpu?.p99),
    show(each.cpuWithAfterwork?.p50),
    show(each.wall?.p50),
    show(each.wall?.p99),
    String(each.cpu?.n ?? 0),
    each.void ?? ratio,
  ];
}

async function run(context: Context): Promise<Section> {
  const figures: KeyFigures[] = [];
  for (const input of inputs(context)) figures.push(...(await documentOf(input, context)));
  return {
    name: "keys",
    title: "Key → diagnostics",
    how:
      "All servers have the same document open and take turns, key by key. A key ends when the diagnostics of the new text are read: " +
      "by asking for them (pull) where the server can be asked, otherwise when it sends them (push). CPU is that of the server's " +
      "process tree until then; “with afterwork” until its next key. Wall time is without the time that a server waits on purpose " +
      "before it begins. Our server compares every text with a published version as well.",
    columns: [
      "document",
      "key",
      "server",
      "CPU p50",
      "CPU p99",
      "with afterwork p50",
      "wall p50",
      "wall p99",
      "keys",
      "to ours",
    ],
    rows: figures.map((each) => row(each, figures)),
    notes: [],
    goals: [...goalsOf(figures), ...growth(figures)],
    data: figures,
  };
}

export default { name: "keys", run } satisfies Measurement;
