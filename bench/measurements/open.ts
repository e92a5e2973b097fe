/** A document is opened in a server that has just started: how long until the first, and until all diagnostics are there? */
import type { Input } from "../inputs/index.ts";
import { label, madeUp, realOne } from "../inputs/index.ts";
import type { LspClient } from "../lsp/client.ts";
import { inTurns } from "../lsp/order.ts";
import { connect, type Guest, guests, rest } from "../lsp/party.ts";
import { Session } from "../lsp/session.ts";
import { type Stats, show, sleep, stats } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";

interface Sample {
  readonly cpu: number;
  readonly wall: number;
  /** Until the server came to rest, whatever it went on with after its first diagnostics. */
  readonly cpuToRest: number;
  /** Until the last message that changed the diagnostics; the same as `wall` if the first ones were all. */
  readonly wallToComplete: number;
  readonly first: number;
  readonly complete: number;
}
interface OpenFigures {
  readonly document: string;
  readonly size: string;
  readonly server: string;
  readonly role: string;
  readonly mode: string;
  readonly cpu: Stats | undefined;
  readonly wall: Stats | undefined;
  readonly cpuToRest: Stats | undefined;
  readonly wallToComplete: Stats | undefined;
  readonly diagnostics: string;
  readonly failed: string | undefined;
}

async function once({ server }: Guest, input: Input): Promise<Sample & { mode: string }> {
  const client: LspClient = await connect(server, input);
  try {
    await sleep(300);
    const session = new Session(client, input.uri, input.language);
    const wait = session.mode === "push" ? server.debounce : 0;
    let later: { at: number; count: number } | undefined;
    const start = performance.now();
    const cpu = client.cpu();
    const first = await session.open(input.text);
    const used = client.cpu() - cpu;
    const forget = client.onPublished(({ uri, diagnostics }, at) => {
      if (uri === input.uri && diagnostics.length !== (later?.count ?? first.count))
        later = { at, count: diagnostics.length };
    });
    const refreshes = client.refreshes;
    await rest(client);
    forget();
    if (session.mode === "pull" && client.refreshes > refreshes) {
      const { at, count } = await session.pull();
      if (count !== first.count) later = { at, count };
    }
    return {
      mode: session.mode,
      cpu: used,
      wall: Math.max(0, first.at - start - wait),
      cpuToRest: client.cpu() - cpu,
      wallToComplete: Math.max(0, (later?.at ?? first.at) - start - wait),
      first: first.count,
      complete: later?.count ?? first.count,
    };
  } finally {
    await client.stop();
  }
}

async function documentOf(input: Input, context: Context): Promise<OpenFigures[]> {
  context.progress(`open → first diagnostics: ${label(input)}`);
  const rounds = context.quick ? { all: 2, peer: 1 } : { all: 11, peer: 3 };
  const results = await inTurns(await guests(context, input), rounds, (guest) => once(guest, input));
  return results.map(({ guest, samples, failed }) => ({
    document: label(input),
    size: input.size,
    server: guest.server.name,
    role: guest.role,
    mode: samples[0]?.mode ?? "–",
    cpu: stats(samples.map(({ cpu }) => cpu)),
    wall: stats(samples.map(({ wall }) => wall)),
    cpuToRest: stats(samples.map(({ cpuToRest }) => cpuToRest)),
    wallToComplete: stats(samples.map(({ wallToComplete }) => wallToComplete)),
    diagnostics: [...new Set(samples.flatMap(({ first, complete }) => [first, complete]))].join(" → "),
    failed,
  }));
}

function goalOf(figures: readonly OpenFigures[], document: string): Goal {
  const of = (role: string): OpenFigures | undefined =>
    figures.find((each) => each.document === document && each.role === role);
  const [ours, peer] = [of("ours"), of("peer")];
  return {
    work: `open → first diagnostics, ${document}`,
    unit: "ms CPU",
    ours: ours?.cpu?.p50,
    goal: ours?.size === "median" ? 15 : 40,
    peer: peer?.cpu ? { name: peer.server, value: peer.cpu.p50 } : undefined,
    void: ours?.failed,
  };
}

async function run(context: Context): Promise<Section> {
  const sizes = ["median", "largest"] as const;
  const made = (["json", "yaml"] as const).flatMap((language) => sizes.map((size) => madeUp(language, size)));
  const real = context.quick ? [] : sizes.map(realOne).filter((each) => each !== undefined);
  const figures: OpenFigures[] = [];
  for (const input of [...made, ...real]) figures.push(...(await documentOf(input, context)));
  return {
    name: "open",
    title: "Open → first diagnostics",
    how:
      "A fresh process per sample, which has answered `initialize` and come to rest; nothing was open in it before. “To rest” counts " +
      "all that the server goes on with, the comparison with the published version included; “to complete” is when the diagnostics " +
      "changed for the last time.",
    columns: [
      "document",
      "server",
      "CPU p50",
      "CPU p99",
      "wall p50",
      "CPU to rest p50",
      "wall to complete p50",
      "diagnostics",
      "opened",
    ],
    rows: figures.map((each) => [
      each.document,
      `${each.server} (${each.mode})`,
      show(each.cpu?.p50),
      show(each.cpu?.p99),
      show(each.wall?.p50),
      show(each.cpuToRest?.p50),
      show(each.wallToComplete?.p50),
      each.diagnostics,
      each.failed ?? String(each.cpu?.n ?? 0),
    ]),
    notes: [],
    goals: [...new Set(figures.map(({ document }) => document))].map((document) => goalOf(figures, document)),
    data: figures,
  };
}

export default { name: "open", run } satisfies Measurement;
