/** From starting a server's process until it has answered `initialize`: what every window that is opened pays. */
import { madeUp } from "../inputs/index.ts";
import { LspClient } from "../lsp/client.ts";
import { inTurns } from "../lsp/order.ts";
import type { Guest } from "../lsp/party.ts";
import { nullServer, ourServer, peerServer } from "../lsp/servers.ts";
import { show, stats } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

async function run(context: Context): Promise<Section> {
  const { programs, peers, quick, progress } = context;
  const input = madeUp("json", "median");
  const peerGuests = (["json", "yaml"] as const)
    .map((language) => peerServer(peers, language))
    .filter((each) => each !== undefined);
  const guests: Guest[] = [
    { role: "ours", server: ourServer(programs, input) },
    { role: "null", server: nullServer(programs, false) },
    ...peerGuests.map((server) => ({ role: "peer" as const, server })),
  ];
  progress("start → initialize answered");
  const results = await inTurns(guests, quick ? { all: 3, peer: 1 } : { all: 21, peer: 7 }, async ({ server }) => {
    const client = new LspClient(server);
    const at = await client.initialize("file:///");
    const sample = { cpu: client.cpu(), wall: at - client.spawned, memory: client.memory().now };
    await client.stop();
    return sample;
  });
  const data = results.map(({ guest, samples, failed }) => ({
    role: guest.role,
    server: guest.server.name,
    cpu: stats(samples.map(({ cpu }) => cpu)),
    wall: stats(samples.map(({ wall }) => wall)),
    memory: stats(samples.map(({ memory }) => memory)),
    failed,
  }));
  const p50 = (name: string): number | undefined => data.find(({ server }) => server === name)?.cpu?.p50;
  const [ours, floor, json] = [p50("ours"), p50("null server"), p50("JSON server")];
  return {
    name: "start",
    title: "Start → initialize answered",
    how: "A fresh process per sample; the servers take turns. CPU is what the process has used when the answer is read.",
    columns: ["server", "CPU p50", "CPU p99", "wall p50", "wall p99", "memory p50", "starts"],
    rows: data.map(({ server, cpu, wall, memory, failed }) => [
      server,
      show(cpu?.p50),
      show(cpu?.p99),
      show(wall?.p50),
      show(wall?.p99),
      show(memory?.p50, "MB"),
      failed ?? String(cpu?.n ?? 0),
    ]),
    notes: [],
    goals: [
      {
        work: "start → initialize answered",
        unit: "ms CPU",
        ours,
        goal: 1.2 * (floor ?? 100),
        remark: "1.2 × the null server",
        peer: json === undefined ? undefined : { name: "JSON server", value: json },
      },
    ],
    data,
  };
}

export default { name: "start", run } satisfies Measurement;
