import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { publication, startTest, stores, type TestRegistry } from "./support.ts";

interface Family {
  type: string;
  samples: { name: string; labels: Record<string, string>; value: number }[];
}

/** Reads the text format as its description says, and throws at whatever it does not allow. */
function parse(text: string): Map<string, Family> {
  expect(text.endsWith("\n")).toBe(true);
  const families = new Map<string, Family>();
  let [helped, family] = ["", undefined as (Family & { name: string }) | undefined];
  const seen = new Set<string>();
  for (const line of text.slice(0, -1).split("\n")) {
    const [, help] = /^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .+$/.exec(line) ?? [];
    const [, named, type] = /^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$/.exec(line) ?? [];
    if (help !== undefined) helped = help;
    else if (named !== undefined && type !== undefined) {
      if (named !== helped || families.has(named)) throw new Error(`a type without its help, or twice: ${line}`);
      family = { name: named, type, samples: [] };
      families.set(named, family);
    } else {
      const [, name = "", , inner = "", value = ""] =
        /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(
          line,
        ) ?? [];
      const bare = family?.type === "histogram" ? name.replace(/_(?:bucket|sum|count)$/, "") : name;
      if (!family || bare !== family.name) throw new Error(`no sample of its family: ${line}`);
      const series = line.slice(0, line.lastIndexOf(" "));
      if (seen.has(series)) throw new Error(`twice: ${line}`);
      seen.add(series);
      const labels = Object.fromEntries([...inner.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, text]) => [key, text]));
      family.samples.push({ name, labels: labels as Record<string, string>, value: Number(value) });
    }
  }
  return families;
}

const numberAt = (
  families: Map<string, Family>,
  name: string,
  labels: Record<string, string> = {},
): number | undefined =>
  families
    .get(name)
    ?.samples.find((sample) => Object.entries(labels).every(([key, value]) => sample.labels[key] === value))?.value;

describe.each(stores)("metrics, on $name", ({ start }) => {
  let registry: TestRegistry;
  const read = async () => parse(await (await registry.raw("/metrics")).text());
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());

  it("are in the text format, with requests by route, method and status, and how long they took", async () => {
    for (let time = 0; time < 3; time++) await registry.raw("/api/v1/meta");
    await registry.raw("/api/v1/whoami");
    await registry.raw("/nothing/at/all");
    await registry.raw("/", { headers: { accept: "text/html" } });
    const response = await registry.raw("/metrics");
    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
    const families = parse(await response.text());
    const requests = "patchbay_http_requests_total";
    expect(numberAt(families, requests, { route: "getMeta", method: "GET", status: "200" })).toBe(3);
    expect(numberAt(families, requests, { route: "getWhoami", status: "401" })).toBe(1);
    expect(numberAt(families, requests, { route: "none", status: "404" })).toBe(1);
    expect(numberAt(families, requests, { route: "page", status: "401" })).toBe(1);

    const durations = families.get("patchbay_http_request_duration_seconds")!;
    const own = durations.samples.filter(({ labels }) => labels.route === "getMeta");
    const buckets = own.filter(({ name }) => name.endsWith("_bucket"));
    const ends = buckets.map(({ labels }) => (labels.le === "+Inf" ? Number.POSITIVE_INFINITY : Number(labels.le)));
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
    expect(ends.at(-1)).toBe(Number.POSITIVE_INFINITY);
    const values = buckets.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    expect(values.at(-1)).toBe(3);
    expect(own.find(({ name }) => name.endsWith("_count"))?.value).toBe(3);
    expect(own.find(({ name }) => name.endsWith("_sum"))?.value).toBeGreaterThan(0);
    for (const name of ["process_resident_memory_bytes", "process_cpu_seconds_total", "process_start_time_seconds"])
      expect(numberAt(families, name), name).toBeGreaterThan(0);
    for (const quantile of ["0.5", "0.99", "1"])
      expect(numberAt(families, "patchbay_event_loop_lag_seconds", { quantile })).toBeGreaterThanOrEqual(0);
  });

  it("count publications by what became of them, and what waits to be sent", async () => {
    const before = await read();
    const id = "local/parcel-tracker";
    const waiting = numberAt(before, "patchbay_outbox_waiting") ?? Number.NaN;
    await registry.admin.publish(id, "1.0.0", publication(), { dryRun: true });
    await registry.admin.publish(id, "1.0.0", publication());
    await registry.admin.publish(id, "1.0.0", publication());
    const other = publication({ description: "Follows parcels all the way." });
    await expect(registry.admin.publish(id, "1.0.0", other)).rejects.toThrow();
    const after = await read();
    const outcomes = Object.fromEntries(
      after.get("patchbay_publications_total")!.samples.map(({ labels, value }) => [labels.outcome, value]),
    );
    expect(outcomes).toEqual({ "dry-run": 1, created: 1, unchanged: 1, "version-exists": 1 });
    expect(numberAt(after, "patchbay_outbox_waiting")).toBe(waiting + 1);
    expect(numberAt(after, "patchbay_outbox_dead")).toBe(0);
    expect(numberAt(after, "patchbay_store_up")).toBe(1);
  });

  it("do not grow with what strangers send", async () => {
    const series = async () => [...(await read()).values()].reduce((sum, { samples }) => sum + samples.length, 0);
    for (const path of ["/x", "/y", "/api/v1/z"]) await registry.raw(path, { method: "PROPFIND" });
    const before = await series();
    for (let time = 0; time < 20; time++) await registry.raw(`/${time}`, { method: `M${time}` });
    expect(await series()).toBe(before);
  });

  it("are for this machine only, and not for whom a proxy hands on", async () => {
    for (const name of ["x-forwarded-for", "forwarded", "via"])
      expect((await registry.raw("/metrics", { headers: { [name]: "for=203.0.113.7" } })).status).toBe(404);
  });
});

describe("metrics with a token", () => {
  it("are given to whoever sends it, and others are throttled", async () => {
    const many = { burst: 1000, perMinute: 1000 };
    const limits = {
      reads: many,
      publications: many,
      changes: many,
      signIns: { burst: 1000, perMinute: 1000 },
      wrongTokens: { burst: 2, perMinute: 1 },
    };
    const registry = await startTest(undefined, undefined, limits, { host: "0.0.0.0", metricsToken: "a-long-secret" });
    try {
      const ask = (token?: string) =>
        fetch(`http://127.0.0.1:${new URL(registry.url).port}/metrics`, {
          headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
        });
      expect((await ask("a-long-secret")).status).toBe(200);
      const refused = await ask("a-long-secre");
      expect(refused.status).toBe(401);
      expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="patchbay metrics"');
      expect((await ask()).status).toBe(401);
      expect((await ask("a-long-secret")).status).toBe(429);
      expect(JSON.stringify(registry.log)).not.toContain("a-long-secret");
    } finally {
      await registry.stop();
    }
  });

  it("do not exist for others where none was set", async () => {
    const registry = await startTest(undefined, undefined, undefined, { host: "0.0.0.0" });
    try {
      const response = await fetch(`http://127.0.0.1:${new URL(registry.url).port}/metrics`);
      expect(response.status).toBe(404);
    } finally {
      await registry.stop();
    }
  });
});
