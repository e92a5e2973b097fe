/** How much memory a server holds when a large document is open and has been typed into. */

import type { Input } from "../inputs/index.ts";
import { label, madeUp } from "../inputs/index.ts";
import { Keys } from "../lsp/edits.ts";
import { type Guest, guests, seat } from "../lsp/party.ts";
import { round, show, sleep } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";

interface MemoryFigures {
  readonly document: string;
  readonly server: string;
  readonly role: string;
  readonly opened: number;
  readonly edited: number;
  readonly peak: number;
  readonly edits: number;
}

async function one(guest: Guest, input: Input, keys: Keys, context: Context): Promise<MemoryFigures> {
  const session = await seat(guest, input);
  const { client } = session;
  try {
    const opened = client.memory().now;
    // Slow peers are given less time than they would take: their memory does not grow with every further key.
    const until = performance.now() + (guest.role === "peer" ? 20_000 : 120_000);
    const wanted = context.quick ? 6 : 100;
    let edits = 0;
    while (edits < wanted && (performance.now() < until || edits % 2 === 1))
      await session.key(keys.edit("spread", edits++));
    await sleep(500);
    const { now, peak } = client.memory();
    return {
      document: label(input),
      server: guest.server.name,
      role: guest.role,
      opened: round(opened),
      edited: round(now),
      peak: round(peak),
      edits,
    };
  } finally {
    await client.stop();
  }
}

async function run(context: Context): Promise<Section> {
  const figures: MemoryFigures[] = [];
  for (const language of ["json", "yaml"] as const) {
    const input = madeUp(language, "largest");
    context.progress(`memory: ${label(input)}`);
    const keys = new Keys(input.text, language);
    for (const guest of await guests(context, input)) figures.push(await one(guest, input, keys, context));
  }
  const goals = [...new Set(figures.map(({ document }) => document))].map((document): Goal => {
    const of = (role: string): MemoryFigures | undefined =>
      figures.find((each) => each.document === document && each.role === role);
    const peer = of("peer");
    return {
      work: `memory, ${document}, edited`,
      unit: "MB",
      ours: of("ours")?.edited,
      goal: 110,
      peer: peer && { name: peer.server, value: peer.edited },
    };
  });
  return {
    name: "memory",
    title: "Memory",
    how: "Resident memory of the server's process tree: after opening, half a second after the last of the keys, and at its highest.",
    columns: ["document", "server", "opened", "edited", "peak", "keys"],
    rows: figures.map(({ document, server, opened, edited, peak, edits }) => [
      document,
      server,
      show(opened, "MB"),
      show(edited, "MB"),
      show(peak, "MB"),
      String(edits),
    ]),
    notes: [],
    goals,
    data: figures,
  };
}

export default { name: "memory", run } satisfies Measurement;
