/** A catalogue of 50,000 connectors with five versions each: searching it, a page of it, one connector, and nothing new. */
import http from "node:http";
import { cpuOf } from "../processes.ts";
import { fillStore, madeUpConnector, openPlace } from "../registry/fill.ts";
import { makePlace, type RunningRegistry, type StoreName, startRegistry } from "../registry/server.ts";
import { round, type Stats, show, stats } from "../stats.ts";
import type { Context, Goal, Measurement, Section } from "../types.ts";

interface Figures {
  readonly store: StoreName;
  readonly what: string;
  readonly wall: Stats | undefined;
  /** Milliseconds of the registry's process for one request. */
  readonly cpu: number;
}

/** One connection that is kept, as a proxy has it; the client's own work is small. */
function asker({ url, token }: RunningRegistry) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; etag: string; text: string }>((resolve, reject) => {
      const options = { agent, headers: { authorization: `Bearer ${token}`, ...headers } };
      http
        .get(`${url}${path}`, options, (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (chunk) => {
            text += chunk;
          });
          response.on("end", () =>
            resolve({ status: response.statusCode ?? 0, etag: response.headers.etag ?? "", text }),
          );
        })
        .on("error", reject);
    });
}

/** Questions as people type them: one word, two, the beginning of one, a part of one, one misspelt, one that is there once. */
function questions(count: number, connectors: number): string[] {
  return Array.from({ length: count }, (_, turn) => {
    const { name, thing, own } = madeUpConnector((turn * 7919) % connectors);
    const [maker = "", , kind = ""] = name.split(" ");
    const ways = [
      thing,
      `${maker} ${thing}`,
      kind.slice(0, 4),
      maker.slice(1, 5),
      `${thing.slice(0, 2)}${thing[3]}${thing[2]}${thing.slice(4)}`,
      own,
    ];
    return ways[turn % ways.length]!;
  });
}

async function run({ quick, programs, progress }: Context): Promise<Section> {
  const connectors = quick ? 1_000 : 50_000;
  const figures: Figures[] = [];
  for (const store of ["embedded", "PostgreSQL"] as const) {
    const place = await makePlace(store);
    if (!place) continue;
    const filled = await openPlace(place);
    await fillStore(filled, connectors, (text) => progress(`registry, ${store}: ${text}`));
    await filled.close();
    const registry = await startRegistry(programs.registry, place);
    const ask = asker(registry);
    const measure = async (
      what: string,
      requests: readonly (() => Promise<{ status: number; text: string }>)[],
      expected: number,
    ) => {
      progress(`registry, ${store}: ${what}`);
      for (const request of requests.slice(0, 100)) await request();
      const walls: number[] = [];
      const cpu = cpuOf(registry.pid);
      for (const request of requests) {
        const begin = performance.now();
        const { status, text } = await request();
        walls.push(performance.now() - begin);
        if (status !== expected) throw new Error(`${what} answered with status ${status}: ${text.slice(0, 200)}`);
      }
      figures.push({ store, what, wall: stats(walls), cpu: round((cpuOf(registry.pid) - cpu) / requests.length) });
    };
    const times = quick ? 30 : 1_000;
    const each = <T>(make: (turn: number) => T): T[] => Array.from({ length: times }, (_, turn) => make(turn));
    try {
      const asked = questions(times, connectors);
      await measure(
        "search, 20 found",
        asked.map((q) => () => ask(`/api/v1/connectors?limit=20&q=${encodeURIComponent(q)}`)),
        200,
      );
      await measure(
        "list of 50",
        each(() => () => ask("/api/v1/connectors?limit=50")),
        200,
      );
      const path = (turn: number) =>
        `/api/v1/connectors/firm-${((turn * 31) % connectors) % 50}/c-${(turn * 31) % connectors}`;
      await measure(
        "get",
        each((turn) => () => ask(path(turn))),
        200,
      );
      const content = `${path(1)}/versions/2.0.0/content`;
      const { etag } = await ask(content);
      await measure(
        "not modified",
        each(() => () => ask(content, { "if-none-match": etag })),
        304,
      );
    } finally {
      await registry.stop();
      await place.remove();
    }
  }
  const goalsOf = (store: StoreName): Goal[] => {
    const of = (what: string) => figures.find((one) => one.store === store && one.what === what);
    return [
      {
        work: `search among ${connectors} × 5, ${store}, p99`,
        unit: "ms",
        ours: of("search, 20 found")?.wall?.p99,
        goal: 60,
      },
      { work: `list of 50, ${store}`, unit: "ms CPU", ours: of("list of 50")?.cpu, goal: 0.6 },
      { work: `get, ${store}`, unit: "ms CPU", ours: of("get")?.cpu, goal: 0.5 },
      { work: `not modified, ${store}`, unit: "ms CPU", ours: of("not modified")?.cpu, goal: 0.15 },
    ];
  };
  return {
    name: "registry-read",
    title: `Registry: reading a catalogue of ${connectors} connectors`,
    how: "Over HTTP on one connection, one request after the other, by a platform administrator, who sees everything. Questions are words of names, two words, beginnings, parts, misspelt words, and words that only one connector has.",
    columns: ["store", "what", "p50", "p99", "CPU each"],
    rows: figures.map(({ store, what, wall, cpu }) => [store, what, show(wall?.p50), show(wall?.p99), show(cpu)]),
    notes: [],
    goals: [...goalsOf("embedded"), ...goalsOf("PostgreSQL")],
    data: figures,
  };
}

export default { name: "registry-read", run } satisfies Measurement;
