import http from "node:http";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Problem, problemPrefix, problems } from "../../core/api/problems.ts";
import { problemsOf, routeNames, routes } from "../../core/api/routes.ts";
import { params, queries, type Schema, schemas } from "../../core/api/schemas.ts";
import { patience, rounds, tell } from "../support/faults.ts";
import { publication, publishFirst, startTest, type TestRegistry } from "./support.ts";

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTest();
  await publishFirst(registry.admin, "local", "there");
});
afterAll(() => registry.stop());

const version = "/api/v1/connectors/local/there/versions/1.0.0";

async function problem(response: Response): Promise<Problem> {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = (await response.json()) as Problem;
  expect(body.status).toBe(response.status);
  expect(body.request_id).toBe(response.headers.get("x-request-id"));
  expect(body.detail).toMatch(/[.)]$/);
  return body;
}

describe("HTTP", () => {
  it("answers every mistake with problem details", async () => {
    const token = registry.adminToken;
    const json = { "content-type": "application/json" };
    const put = { method: "PUT", token, headers: json };
    const cases: [string, Parameters<TestRegistry["raw"]>[1], string][] = [
      ["/nothing", {}, "not-found"],
      ["/api/v2/meta", {}, "not-found"],
      ["/api/v1/connectors/local/absent", { token }, "not-found"],
      [`${version.replace("1.0.0", "9.9.9")}`, { token }, "not-found"],
      ["/api/v1/meta", { method: "DELETE" }, "method-not-allowed"],
      ["/api/v1/whoami", {}, "unauthenticated"],
      ["/api/v1/connectors?limit=0", { token }, "invalid-request"],
      ["/api/v1/connectors?limit=101", { token }, "invalid-request"],
      ["/api/v1/connectors?limit=ten", { token }, "invalid-request"],
      ["/api/v1/connectors?colour=red", { token }, "invalid-request"],
      ["/api/v1/connectors?q=a&q=b", { token }, "invalid-request"],
      ["/api/v1/connectors/Local/there", { token }, "invalid-request"],
      ["/api/v1/connectors/local/%2e%2e%2f", { token }, "invalid-request"],
      ["/api/v1/connectors/local/%zz", { token }, "invalid-request"],
      [version, { ...put, body: "{" }, "invalid-request"],
      [version, { ...put, body: "" }, "invalid-request"],
      [version, { ...put, body: "[]" }, "invalid-request"],
      [version, { ...put, body: '{"files":[]}' }, "invalid-request"],
      [version, { ...put, body: JSON.stringify({ ...publication(), state: "published" }) }, "invalid-request"],
      [version, { ...put, body: Buffer.from([0x22, 0xff, 0x22]) }, "invalid-request"],
      [
        version,
        { method: "PUT", token, body: "files=1", headers: { "content-type": "text/plain" } },
        "unsupported-media-type",
      ],
      [version, { ...put, headers: { ...json, "content-encoding": "gzip" }, body: "x" }, "unsupported-media-type"],
    ];
    for (const [path, init, code] of cases) {
      const body = await problem(await registry.raw(path, init));
      expect(body.type, `${path}: ${body.detail}`).toBe(`${problemPrefix}${code}`);
      expect(body.status).toBe(problems[code as keyof typeof problems].status);
    }
  });

  it("names the methods of an address", async () => {
    const response = await registry.raw(`${version.replace("/versions/1.0.0", "/deprecation")}`, {
      token: registry.adminToken,
    });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("PUT, DELETE");
  });

  it("refuses bodies above 4 MB, announced or not", async () => {
    const text = "x".repeat(4 * 1024 * 1024);
    const body = JSON.stringify({ files: [{ path: "a.connector.yaml", text }] });
    const headers = { "content-type": "application/json" };
    const send = (content: BodyInit, more = {}) =>
      registry.raw(version, { method: "PUT", token: registry.adminToken, headers, body: content, ...more }).then(
        (response) => response.status,
        // The registry hangs up while the rest is still on its way.
        () => 413,
      );
    expect(await send(body)).toBe(413);
    expect(await send(new Blob([body]).stream(), { duplex: "half" })).toBe(413);
    expect((await registry.raw("/healthz")).status).toBe(200);
  });

  it("serves this machine only while it listens on loopback", async () => {
    const ask = (host: string) =>
      new Promise<number>((resolve, reject) => {
        const { hostname, port } = new URL(registry.url);
        http
          .get({ hostname, port, path: "/healthz", headers: { host } }, (response) =>
            resolve(response.resume().statusCode ?? 0),
          )
          .on("error", reject);
      });
    for (const host of ["127.0.0.1", "localhost:4870", "LOCALHOST", "[::1]:1"]) expect(await ask(host), host).toBe(200);
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "10.0.0.1"])
      expect(await ask(host), host).toBe(403);
  });

  it("lets web pages of other origins call it, without cookies", async () => {
    const preflight = await registry.raw(version, { method: "OPTIONS", headers: { origin: "https://editor.example" } });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("if-match");
    const response = await registry.raw("/api/v1/meta");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    expect(response.headers.get("access-control-expose-headers")).toContain("etag");
  });

  it("keeps immutable things in caches and answers 304", async () => {
    const content = await registry.raw(`${version}/content`, { token: registry.adminToken });
    expect(content.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    const etag = content.headers.get("etag")!;
    expect(etag).toMatch(/^"sha256:[0-9a-f]{64}"$/);
    const again = (url: string) =>
      registry.raw(url, { token: registry.adminToken, headers: { "if-none-match": `"x", W/${etag}` } });
    expect((await again(`${version}/content`)).status).toBe(304);
    expect((await again(version)).status).toBe(200);
    const latest = await again(`${version.replace("1.0.0", "latest")}/content`);
    expect(latest.status).toBe(304);
    expect(latest.headers.get("cache-control")).toBe("private, no-cache");
    expect((await registry.raw("/api/v1/whoami", { token: registry.adminToken })).headers.get("cache-control")).toBe(
      "private, no-cache",
    );
  });

  it("takes up the caller's request id, if it is one", async () => {
    const id = async (given: string) =>
      (await registry.raw("/healthz", { headers: { "x-request-id": given } })).headers.get("x-request-id");
    expect(await id("trace-1.2_3")).toBe("trace-1.2_3");
    expect(await id("two words")).not.toBe("two words");
    expect(registry.log.some((entry) => entry.request_id === "trace-1.2_3" && entry.path === "/healthz")).toBe(true);
  });

  it("answers 503 where the store cannot take anything in, and nothing is half there", async () => {
    // A full disk cannot be had everywhere; a limit of pages makes SQLite say the same.
    const full = await startTest();
    try {
      await publishFirst(full.admin, "local", "fits");
      await full.running.store.write((tx) => tx.get("pragma max_page_count = 1"));
      const files = [
        { path: "big.connector.yaml", text: `${publication({ slug: "big" }).files[0]!.text}# ${noise(300_000)}\n` },
      ];
      const response = await full.raw("/api/v1/connectors/local/big/versions/1.0.0", {
        method: "PUT",
        token: full.adminToken,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ files }),
      });
      const body = await problem(response);
      expect(body).toMatchObject({ status: 503, type: `${problemPrefix}unavailable` });
      expect(body.detail).toContain("is full. Nothing was stored");
      expect(response.headers.get("retry-after")).toBe("5");
      expect(await full.admin.findConnector("local/big")).toBeUndefined();
      expect(await full.admin.findConnector("local/fits")).toBeDefined();
      await full.running.store.write((tx) => tx.get("pragma max_page_count = 1000000"));
      expect((await full.admin.publish("local/big", "1.0.0", { files })).created).toBe(true);
    } finally {
      await full.stop();
    }
  });

  it(
    "survives whatever is sent to any route",
    async () => {
      let requests = 0;
      const statuses = new Map<number, number>();
      const forRoute = new Map(routeNames.map((name) => [name, record(name)]));
      const any = fc.constantFrom(...routeNames).chain((name) => forRoute.get(name)!);
      function record(name: (typeof routeNames)[number]) {
        return fc.record({
          name: fc.constant(name),
          path: fc.record({
            ...Object.fromEntries(Object.entries(params).map(([param, schema]) => [param, odd(schema)])),
            namespace: fc.oneof(fc.constant("local"), odd(params.namespace)),
            slug: fc.oneof(fc.constant("there"), odd(params.slug)),
            version: fc.oneof(fc.constant("1.0.0"), fc.constant("latest"), odd(params.version)),
          }),
          query: odd(queries[routes[name].query ?? "none"]),
          body: routes[name].body ? odd(schemas[routes[name].body]) : fc.constant(undefined),
          ifMatch: fc.constantFrom(undefined, '"r1"', "*", "é".normalize("NFD").slice(0, 1)),
          known: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
        });
      }
      await fc.assert(
        fc.asyncProperty(any, async ({ name, path, query, body, ifMatch, known }) => {
          const route = routes[name];
          const address = route.path.replace(
            /\{(\w+)\}/g,
            (_, key: string) => encodeURIComponent(inWords(path[key as "slug"])) || "%20",
          );
          const search = new URLSearchParams(
            Object.entries((query ?? {}) as object).map(([key, value]) => [key, inWords(value)]),
          ).toString();
          const response = await registry.raw(`${address}${search && `?${search}`}`, {
            method: route.method,
            token: known ? registry.adminToken : "cxr_00000000_nothing",
            headers: {
              ...(body !== undefined && { "content-type": "application/json" }),
              ...(ifMatch && { "if-match": ifMatch }),
            },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          });
          requests++;
          statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
          const text = await response.text();
          expect(response.status, text).toBeLessThan(500);
          if (response.status < 400) return;
          const { type } = JSON.parse(text) as Problem;
          const code = type.slice(problemPrefix.length) as keyof typeof problems;
          const allowed = [...problemsOf(route), "not-found", "method-not-allowed", "invalid-request"];
          expect(allowed, `${name}: ${text}`).toContain(code);
        }),
        { numRuns: rounds(2000, 20_000) },
      );
      const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
      tell(`fuzz: ${requests} requests, no answer of 500 or above (${counts.join(", ")})`);
    },
    patience(60_000),
  );
});

/** A value as an address holds it; odd objects have a `toString` of their own, which need not be a function. */
function inWords(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "undefined");
}

/** Text that gzip cannot make smaller. */
function noise(length: number): string {
  let state = 12345;
  let text = "";
  while (text.length < length) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    text += state.toString(36);
  }
  return text;
}

/** Making a generator from a pattern is slow, so each is made once. */
const made = new WeakMap<Schema, fc.Arbitrary<unknown>>();

/** Values that fit a schema, and now and then something that does not. */
function odd(schema: Schema): fc.Arbitrary<unknown> {
  const known = made.get(schema);
  if (known) return known;
  const arbitrary = make(schema);
  made.set(schema, arbitrary);
  return arbitrary;
}

function make(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 12, arbitrary: fitting(schema) },
    { weight: 1, arbitrary: fc.jsonValue() as fc.Arbitrary<unknown> },
  );
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === "string") return fitting(schemas[schema.$ref.split("/").at(-1) as keyof typeof schemas]);
  if (Array.isArray(schema.anyOf)) return fc.oneof(...(schema.anyOf as Schema[]).map(fitting));
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  switch (schema.type) {
    case "string":
      if (typeof schema.pattern === "string")
        return fc.oneof(
          { weight: 6, arbitrary: fc.stringMatching(new RegExp(schema.pattern), longest(schema.pattern)) },
          fc.string({ unit: "binary" }),
        );
      return fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "../x", "\u0000", "a.connector.yaml", "ÿ🚚", "__proto__"),
      );
    case "integer":
      return fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 200 }) }, fc.double(), fc.maxSafeInteger());
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array":
      return fc.array(odd(schema.items as Schema), { maxLength: 3 });
    default: {
      const properties = (schema.properties ?? {}) as Record<string, Schema>;
      const keys = Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, odd(value)]));
      return fc.record(keys, { requiredKeys: (schema.required ?? []) as string[] });
    }
  }
}

/** Short texts do; a pattern that asks for longer ones gets what it asks for. */
function longest(pattern: string): { maxLength?: number } {
  return /\{(?:[4-9]\d|\d{3,})\}/.test(pattern) ? {} : { maxLength: 40 };
}
