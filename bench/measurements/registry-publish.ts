/** Publishing with checklist and verdict: one client after the other on the embedded store, eight at once on PostgreSQL. */
import { cpuOf } from "../processes.ts";
import { publications } from "../registry/publications.ts";
import { makePlace, type RunningRegistry, type StoreName, startRegistry } from "../registry/server.ts";
import { round, type Stats, show, stats } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";

interface Figures {
  readonly store: StoreName;
  readonly kilobytes: number;
  readonly clients: number;
  readonly wall: Stats | undefined;
  readonly perSecond: number;
  readonly cpu: number;
}

/** Publishes for a while; each client has a connector of its own, which gets a patch each time. */
async function publishAll(
  { client, pid }: RunningRegistry,
  size: "median" | "p90",
  clients: number,
  turns: number,
): Promise<Omit<Figures, "store">> {
  const { kilobytes, request } = publications(size);
  const walls: number[] = [];
  const series = async (name: string, from: number, to: number, keep: boolean) => {
    for (let turn = from; turn < to; turn++) {
      const begin = performance.now();
      await client.publish(`local/${name}`, `1.0.${turn}`, request(turn));
      if (keep) walls.push(performance.now() - begin);
    }
  };
  const names = Array.from({ length: clients }, (_, index) => `series-${size}-${index}`);
  // The first ones find code that has not been compiled yet.
  const warm = 10;
  await Promise.all(names.map((name) => series(name, 0, warm, false)));
  const [cpu, begin] = [cpuOf(pid), performance.now()];
  await Promise.all(names.map((name) => series(name, warm, warm + turns, true)));
  const seconds = (performance.now() - begin) / 1000;
  const count = turns * clients;
  return {
    kilobytes,
    clients,
    wall: stats(walls),
    perSecond: round(count / seconds),
    cpu: round((cpuOf(pid) - cpu) / count),
  };
}

async function run({ quick, programs, progress }: Context): Promise<Section> {
  const figures: Figures[] = [];
  for (const store of ["embedded", "PostgreSQL"] as const)
    for (const size of ["median", "p90"] as const)
      for (const clients of [1, 8]) {
        const place = await makePlace(store);
        if (!place) continue;
        progress(`registry, publish, ${store}, ${size}, ${clients} clients`);
        const registry = await startRegistry(programs.registry, place);
        try {
          const turns = quick ? 3 : clients === 1 ? 200 : 50;
          figures.push({ store, ...(await publishAll(registry, size, clients, turns)) });
        } finally {
          await registry.stop();
          await place.remove();
        }
      }
  const find = (store: StoreName, clients: number, big: boolean) =>
    figures.find((one) => one.store === store && one.clients === clients && one.kilobytes > 100 === big);
  const [big, small, shared] = [find("embedded", 1, true), find("PostgreSQL", 8, false), find("PostgreSQL", 8, true)];
  const goals: Goal[] = [
    { work: `publish of ${big?.kilobytes} kB, embedded, p50`, unit: "ms", ours: big?.wall?.p50, goal: 60 },
    { work: `publish of ${big?.kilobytes} kB, embedded, p99`, unit: "ms", ours: big?.wall?.p99, goal: 150 },
    ...[small, shared].flatMap((one): Goal[] => [
      {
        work: `publish of ${one?.kilobytes} kB, PostgreSQL, 8 clients`,
        unit: "/s",
        ours: one?.perSecond,
        goal: 100,
        atLeast: true,
      },
      {
        work: `publish of ${one?.kilobytes} kB, PostgreSQL, 8 clients, p99`,
        unit: "ms",
        ours: one?.wall?.p99,
        goal: 250,
      },
    ]),
  ];
  return {
    name: "registry-publish",
    title: "Registry: publish with checklist and verdict",
    how: "Over HTTP, each publication a patch that is compared with the version before it. Wall time as the client sees it; CPU is that of the registry's process, without the database's.",
    columns: ["store", "size", "clients", "p50", "p99", "a second", "CPU each"],
    rows: figures.map(({ store, kilobytes, clients, wall, perSecond, cpu }) => [
      store,
      `${kilobytes} kB`,
      String(clients),
      show(wall?.p50),
      show(wall?.p99),
      String(perSecond),
      show(cpu),
    ]),
    notes: [],
    goals,
    data: figures,
  };
}

export default { name: "registry-publish", run } satisfies Measurement;
