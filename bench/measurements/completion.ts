/** Suggestions in a large document: when nothing happened before, and right after a key, when nothing is up to date yet. */
import type { Input } from "../inputs/index.ts";
import { label, madeUp } from "../inputs/index.ts";
import { type Edit, Keys } from "../lsp/edits.ts";
import { type Guest, guests, seat } from "../lsp/party.ts";
import type { Session } from "../lsp/session.ts";
import { type Stats, show, sleep, stats } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";

interface Timing {
  cpu: number[];
  wall: number[];
}
interface CompletionFigures {
  readonly document: string;
  readonly server: string;
  readonly role: string;
  readonly when: "idle" | "after a key";
  readonly cpu: Stats | undefined;
  readonly wall: Stats | undefined;
  readonly items: number;
}

interface Player {
  readonly guest: Guest;
  readonly session: Session;
  readonly timings: Record<"idle" | "after a key", Timing>;
  items: number;
}

/** One place: a completion without a change, then a key, and a completion that is asked for in the same breath. */
async function ask(
  { guest, session, timings, ...player }: Player,
  keys: Keys,
  share: number,
  counts: boolean,
): Promise<number> {
  const { client } = session;
  const start = keys.keyPosition(share);
  const after = { ...start, character: start.character + 1 };
  const insert: Edit = { range: { start, end: start }, text: "d" };
  const remove: Edit = { range: { start, end: after }, text: "" };
  let items = player.items;
  const time = async (when: keyof Player["timings"], position: typeof start, before: () => void): Promise<void> => {
    const cpu = client.cpu();
    const begin = performance.now();
    before();
    const params = { textDocument: { uri: session.uri }, position, context: { triggerKind: 1 } };
    const { result, error, at } = await client.request("textDocument/completion", params);
    if (error) throw new Error(`${guest.server.name} gives no completion: ${error.message}`);
    if (counts) {
      timings[when].cpu.push(client.cpu() - cpu);
      timings[when].wall.push(at - begin);
    }
    const list = Array.isArray(result) ? result : ((result as { items?: unknown[] } | null)?.items ?? []);
    items = Math.max(items, list.length);
  };
  await time("idle", start, () => {});
  await time("after a key", after, () => session.type(insert));
  await session.key(remove);
  await sleep(session.mode === "push" ? guest.server.debounce + 20 : 10);
  await client.ping();
  return items;
}

async function documentOf(input: Input, context: Context): Promise<CompletionFigures[]> {
  context.progress(`completion: ${label(input)}`);
  const keys = new Keys(input.text, input.language);
  const plan = context.quick ? { warm: 1, all: 4, peer: 2 } : { warm: 10, all: 60, peer: 8 };
  const players: Player[] = [];
  try {
    for (const guest of await guests(context, input)) {
      const timings = { idle: { cpu: [], wall: [] }, "after a key": { cpu: [], wall: [] } };
      players.push({ guest, session: await seat(guest, input), timings, items: 0 });
    }
    for (let round = -plan.warm; round < plan.all; round++)
      for (const player of players) {
        if (player.guest.role === "peer" && (round >= plan.peer || round < -2)) continue;
        player.items = await ask(player, keys, (Math.abs(round) * 0.618034) % 1, round >= 0);
      }
  } finally {
    await Promise.all(players.map(({ session }) => session.client.stop()));
  }
  return players.flatMap(({ guest, timings, items }) =>
    (["idle", "after a key"] as const).map((when) => ({
      document: label(input),
      server: guest.server.name,
      role: guest.role,
      when,
      cpu: stats(timings[when].cpu),
      wall: stats(timings[when].wall),
      items,
    })),
  );
}

async function run(context: Context): Promise<Section> {
  const figures: CompletionFigures[] = [];
  for (const language of ["json", "yaml"] as const)
    figures.push(...(await documentOf(madeUp(language, "largest"), context)));
  const goals = [...new Set(figures.map(({ document }) => document))].map((document): Goal => {
    const of = (role: string): CompletionFigures | undefined =>
      figures.find((each) => each.document === document && each.role === role && each.when === "after a key");
    const [ours, floor, peer] = [of("ours"), of("null"), of("peer")];
    const least = floor?.cpu?.p50 ?? 0;
    return {
      work: `completion after a key, ${document}`,
      unit: "ms CPU",
      ours: ours?.cpu?.p50,
      goal: Math.max(2, least),
      remark: least > 2 ? "the null server's own figure; otherwise 2" : undefined,
      peer: peer?.cpu ? { name: peer.server, value: peer.cpu.p50 } : undefined,
      void: ours?.items ? undefined : "void: nothing was suggested",
    };
  });
  return {
    name: "completion",
    title: "Completion",
    how:
      "Suggestions for a key of an operation, all over the document. “After a key”: the change and the question are sent together, and " +
      "the figure holds both.",
    columns: ["document", "when", "server", "CPU p50", "CPU p99", "wall p50", "wall p99", "suggestions", "asked"],
    rows: figures.map((each) => [
      each.document,
      each.when,
      each.server,
      show(each.cpu?.p50),
      show(each.cpu?.p99),
      show(each.wall?.p50),
      show(each.wall?.p99),
      String(each.items),
      String(each.cpu?.n ?? 0),
    ]),
    notes: [],
    goals,
    data: figures,
  };
}

export default { name: "completion", run } satisfies Measurement;
