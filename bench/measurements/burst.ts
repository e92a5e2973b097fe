/** Twenty keys in quick succession: when are the final diagnostics there, and does the server answer meanwhile? */
import type { Input } from "../inputs/index.ts";
import { label, madeUp } from "../inputs/index.ts";
import { Keys } from "../lsp/edits.ts";
import { type Guest, guests, seat } from "../lsp/party.ts";
import type { Session } from "../lsp/session.ts";
import { type Stats, show, sleep, stats } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

const KEYS = 20;
const EVERY = 40;

interface BurstFigures {
  readonly document: string;
  readonly server: string;
  readonly mode: string;
  /** From the last key to the last diagnostics; what the server waits on purpose is part of it, because a person waits too. */
  readonly final: Stats | undefined;
  /** The longest that the server took to answer a question of no work, per burst. */
  readonly stall: Stats | undefined;
  readonly cpu: Stats | undefined;
}

async function burst(
  session: Session,
  { server }: Guest,
  keys: Keys,
): Promise<{ final: number; stall: number; cpu: number }> {
  const { client } = session;
  const cpu = client.cpu();
  let published = 0;
  const forget = client.onPublished(({ uri }, at) => {
    if (uri === session.uri) published = at;
  });
  const pings: Promise<number>[] = [];
  const pulls: Promise<{ at: number } | undefined>[] = [];
  let last = 0;
  for (let index = 0; index < KEYS; index++) {
    last = performance.now();
    session.type(keys.edit("benign", index));
    // A server may refuse a question that the next key has overtaken; only the last one has to be answered.
    if (session.mode === "pull") pulls.push(session.pull().catch(() => undefined));
    pings.push(client.ping());
    await sleep(EVERY);
  }
  const stall = Math.max(...(await Promise.all(pings)));
  let final = ((await Promise.all(pulls)).at(-1)?.at ?? Number.NaN) - last;
  if (session.mode === "push") {
    // Nothing says which message is the last one, but that none follows it for longer than the server would wait.
    const quiet = server.debounce + 400;
    const until = performance.now() + 30_000;
    while (performance.now() < until && (published < last || performance.now() - published < quiet)) await sleep(20);
    final = published - last;
  }
  forget();
  if (Number.isNaN(final)) throw new Error(`${server.name} has not answered for the last of the keys.`);
  return { final, stall, cpu: client.cpu() - cpu };
}

async function documentOf(input: Input, context: Context): Promise<BurstFigures[]> {
  context.progress(`burst of keys: ${label(input)}`);
  const keys = new Keys(input.text, input.language);
  const figures: BurstFigures[] = [];
  for (const guest of await guests(context, input)) {
    const session = await seat(guest, input);
    const results: Awaited<ReturnType<typeof burst>>[] = [];
    try {
      for (let round = 0; round < (context.quick ? 1 : 4); round++) results.push(await burst(session, guest, keys));
    } finally {
      await session.client.stop();
    }
    figures.push({
      document: label(input),
      server: guest.server.name,
      mode: session.mode,
      final: stats(results.map(({ final }) => final)),
      stall: stats(results.map(({ stall }) => stall)),
      cpu: stats(results.map(({ cpu }) => cpu)),
    });
  }
  return figures;
}

async function run(context: Context): Promise<Section> {
  const figures: BurstFigures[] = [];
  for (const language of ["json", "yaml"] as const)
    for (const size of ["median", "largest"]) figures.push(...(await documentOf(madeUp(language, size), context)));
  return {
    name: "burst",
    title: `Burst: ${KEYS} keys, one every ${EVERY} ms`,
    how:
      "Wall time from the last key to the final diagnostics, with what the server waits on purpose; the longest that a question of no " +
      "work had to wait for its answer; the CPU of the whole burst.",
    columns: [
      "document",
      "server",
      "last key → final p50",
      "longest stall p50",
      "longest stall max",
      "CPU of the burst p50",
      "bursts",
    ],
    rows: figures.map(({ document, server, mode, final, stall, cpu }) => [
      document,
      `${server} (${mode})`,
      show(final?.p50),
      show(stall?.p50),
      show(stall?.max),
      show(cpu?.p50),
      String(final?.n ?? 0),
    ]),
    notes: [],
    goals: [],
    data: figures,
  };
}

export default { name: "burst", run } satisfies Measurement;
