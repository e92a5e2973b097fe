import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { SpanExporter } from "../../registry/tracing/export.ts";
import { readTracing, type TraceSettings } from "../../registry/tracing/settings.ts";
import { type FinishedSpan, readTraceparent } from "../../registry/tracing/spans.ts";
import { publication, startTest, stores } from "./support.ts";

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  startTimeUnixNano: string;
  endTimeUnixNano: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: string } }[];
  status: { code?: number };
}

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A server that takes what is posted to it, and answers as a test wants. */
async function receiver(answer: (response: http.ServerResponse) => void = (response) => response.end("{}")) {
  const posts: { url: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
  const server = http.createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    posts.push({ url: request.url ?? "", headers: request.headers, body });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, posts };
}

const settingsFor = (url: string, more: object = {}) =>
  readTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: url, ...more }) as TraceSettings;

type Posts = Awaited<ReturnType<typeof receiver>>["posts"];
const spansOf = (posts: Posts): Span[] =>
  posts.flatMap(({ body }) => {
    const { resourceSpans } = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
    return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
  });
const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]));

const parent = { traceId: "4bf92f3577b34da6a3ce929d0e0e4736", spanId: "00f067aa0ba902b7" };
const traceparent = `00-${parent.traceId}-${parent.spanId}-01`;

describe.each(stores)("traces, on $name", ({ name, start }) => {
  it("have a span for each request, below that of whoever asks, and one for each transaction within", async () => {
    const collector = await receiver();
    const registry = await start({
      tracing: settingsFor(collector.url, { OTEL_EXPORTER_OTLP_HEADERS: "api-key=a%20secret" }),
    });
    // With the first request of a day it is also written down that the token was used.
    await registry.admin.whoami();
    const response = await registry.raw("/api/v1/connectors/local/absent", {
      token: registry.adminToken,
      headers: { traceparent, "x-request-id": "one-request" },
    });
    expect(response.status).toBe(404);
    await registry.raw("/healthz");
    await registry.raw("/metrics");
    await registry.stop();

    const spans = spansOf(collector.posts);
    const request = spans.find((span) => span.name === "GET /api/v1/connectors/{namespace}/{slug}")!;
    expect(request).toMatchObject({ traceId: parent.traceId, parentSpanId: parent.spanId, kind: 2, status: {} });
    expect(request.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(attributesOf(request)).toEqual({
      "http.request.method": "GET",
      "http.route": "/api/v1/connectors/{namespace}/{slug}",
      "http.response.status_code": 404,
      "url.path": "/api/v1/connectors/local/absent",
      "patchbay.request_id": "one-request",
    });
    const inner = spans.filter(({ parentSpanId }) => parentSpanId === request.spanId);
    // One to find the token, one to find the connector.
    expect(inner.map((span) => span.name)).toEqual(["store read", "store read"]);
    for (const span of inner) {
      expect(attributesOf(span)).toEqual({ "db.system.name": name === "sqlite" ? "sqlite" : "postgresql" });
      expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(request.startTimeUnixNano));
      expect(BigInt(span.endTimeUnixNano)).toBeLessThanOrEqual(BigInt(request.endTimeUnixNano));
    }
    expect(spans.filter((span) => /healthz|metrics/.test(JSON.stringify(span)))).toEqual([]);
    for (const { url, headers } of collector.posts) {
      expect([url, headers["content-type"], headers["api-key"]]).toEqual([
        "/v1/traces",
        "application/json",
        "a secret",
      ]);
    }
    expect(registry.log.find(({ request_id }) => request_id === "one-request")?.trace_id).toBe(parent.traceId);
    // Neither a token nor the key of the collector is in what is sent or logged.
    expect(JSON.stringify([collector.posts.map(({ body }) => body), registry.log])).not.toMatch(/a secret|cxr_/);
  });

  it("are passed on to whoever is told of an event", async () => {
    const collector = await receiver();
    const hooks = await receiver();
    const secret = `whsec_${Buffer.alloc(32, 7).toString("base64")}`;
    const registry = await start({
      tracing: settingsFor(collector.url),
      jobs: true,
      webhook: { url: hooks.url, secret },
    });
    try {
      await registry.admin.publish("local/parcel-tracker", "1.0.0", publication());
      await expect.poll(() => hooks.posts.length, { timeout: 20_000 }).toBeGreaterThan(0);
    } finally {
      await registry.stop();
    }
    const [, traceId, spanId] = /^00-(\w{32})-(\w{16})-01$/.exec(String(hooks.posts[0]?.headers.traceparent)) ?? [];
    const sent = spansOf(collector.posts).find((span) => span.spanId === spanId);
    expect(sent).toMatchObject({ traceId, name: "send webhook", kind: 3, status: {} });
    expect(
      spansOf(collector.posts).some(
        (span) => span.name === "PUT /api/v1/connectors/{namespace}/{slug}/versions/{version}",
      ),
    ).toBe(true);
  });
});

describe("traces", () => {
  it("are left out where whoever asks leaves them out, or chance does", async () => {
    const collector = await receiver();
    const none = await startTest(undefined, undefined, undefined, {
      tracing: settingsFor(collector.url, { OTEL_TRACES_SAMPLER_ARG: "0" }),
    });
    await none.raw("/api/v1/meta");
    await none.raw("/api/v1/meta", { headers: { traceparent: traceparent.replace(/01$/, "00") } });
    await none.raw("/api/v1/meta", { headers: { traceparent } });
    await none.stop();
    expect(spansOf(collector.posts).map(({ parentSpanId }) => parentSpanId)).toEqual([parent.spanId]);
  });

  it("trouble no request while the collector is away, refuses or never answers", async () => {
    const refusing = await receiver((response) => {
      response.statusCode = 503;
      response.end();
    });
    const silent = await receiver(() => {});
    const away = await receiver();
    await closing.pop()?.();
    for (const url of [away.url, refusing.url, silent.url]) {
      const registry = await startTest(undefined, undefined, undefined, { tracing: settingsFor(url) });
      for (let time = 0; time < 20; time++) expect((await registry.raw("/api/v1/meta")).status).toBe(200);
      await registry.stop();
      // Whether one that is silent has been given up by now is a matter of time.
      if (url === silent.url) continue;
      expect(registry.log.map(({ message }) => message).filter(Boolean)).toEqual([
        expect.stringMatching(/^The collector of traces takes nothing \(.+\)\. Spans are dropped until it does\.$/),
      ]);
    }
  });

  it("wait in a queue that has an end, go out some at a time, and are counted where they were dropped", async () => {
    const span: FinishedSpan = {
      ...parent,
      isSampled: true,
      parentId: undefined,
      name: "one",
      kind: 2,
      start: 1n,
      end: 2n,
      attributes: {},
      failed: false,
    };
    let isOpen = false;
    const held: http.ServerResponse[] = [];
    const collector = await receiver((response) => (isOpen ? response.end("{}") : held.push(response)));
    const said: string[] = [];
    const exporter = new SpanExporter(settingsFor(collector.url), (message) => said.push(message));
    for (let time = 0; time < 5000; time++) exporter.add(span);
    expect(exporter.size).toBe(2048);
    await expect.poll(() => held.length).toBe(1);
    isOpen = true;
    held[0]?.end("{}");
    await exporter.close();
    expect(exporter.size).toBe(0);
    const sizes = collector.posts.map((post) => spansOf([post]).length);
    expect(sizes.every((size) => size <= 512)).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2560);
    expect(said).toEqual(["The collector of traces takes spans again; 2440 were dropped."]);
  });

  it("take in a header that is one, and begin anew where it is none", () => {
    expect(readTraceparent(traceparent)).toEqual({ ...parent, isSampled: true });
    expect(readTraceparent(`cc${traceparent.slice(2)}-more`)).toEqual({ ...parent, isSampled: true });
    const wrong = [
      undefined,
      "",
      `ff${traceparent.slice(2)}`,
      `${traceparent}-more`,
      traceparent.toUpperCase(),
      `00-${"0".repeat(32)}-${parent.spanId}-01`,
      `00-${parent.traceId}-${"0".repeat(16)}-01`,
      traceparent.slice(0, -1),
    ];
    for (const header of wrong) expect(readTraceparent(header), header).toBeUndefined();
  });

  it("are off unless somebody wants them", () => {
    expect(readTracing({})).toBeUndefined();
    expect(readTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://a", OTEL_SDK_DISABLED: "true" })).toBeUndefined();
    expect(settingsFor("http://a:4318/")).toMatchObject({
      url: "http://a:4318/v1/traces",
      serviceName: "patchbay-registry",
      ratio: 1,
    });
    expect(settingsFor("http://a", { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://b/x" })).toMatchObject({
      url: "http://b/x",
    });
    for (const headers of ["no", "a b=c", "a=%zz", "=x"])
      expect(readTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://a", OTEL_EXPORTER_OTLP_HEADERS: headers })).toMatch(
        /^OTEL_EXPORTER_OTLP_HEADERS cannot be read/,
      );
  });
});
