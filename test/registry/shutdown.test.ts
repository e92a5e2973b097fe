/** How a registry ends, and what it says when it or its store cannot serve. */
import { rmSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../core/api/problems.ts";
import { bundle, startService } from "./bundle.ts";
import { onServer, publication, startTest, stores, temporaryFolder } from "./support.ts";

/** A request on a connection that is kept, whose body the test sends when it likes. */
function open(url: string, token: string, agent: http.Agent) {
  const address = `${url}/api/v1/connectors/local/parcel-tracker/versions/1.0.0`;
  const request = http.request(address, {
    method: "PUT",
    agent,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
  const answer = new Promise<http.IncomingMessage>((resolve, reject) => {
    request.on("response", (response) => resolve(response.resume()));
    request.on("error", reject);
  });
  const body = JSON.stringify(publication());
  request.write(body.slice(0, 100));
  return { request, answer, finish: () => request.end(body.slice(100)) };
}

describe.each(stores)("the end of a registry, on $name", ({ start }) => {
  it("says first that it is not ready, goes on for others, and finishes what is under way", async () => {
    let drained = () => {};
    const drain = () => new Promise<void>((resolve) => (drained = resolve));
    const registry = await start({ drain });
    const agent = new http.Agent({ keepAlive: true });
    const under = open(registry.url, registry.adminToken, agent);
    const before = await registry.raw("/readyz");
    expect([before.status, before.headers.get("connection")]).toEqual([200, "keep-alive"]);
    const ended = registry.running.close();

    const ready = await registry.raw("/readyz");
    expect([ready.status, ready.headers.get("connection"), ready.headers.get("retry-after")]).toEqual([
      503,
      "close",
      "5",
    ]);
    expect(((await ready.json()) as Problem).detail).toBe("The registry is shutting down.");
    expect((await registry.raw("/healthz")).status).toBe(200);
    const other = await registry.raw("/api/v1/whoami", { token: registry.adminToken });
    expect([other.status, other.headers.get("connection")]).toEqual([200, "close"]);

    drained();
    under.finish();
    const answer = await under.answer;
    expect([answer.statusCode, answer.headers.connection]).toEqual([201, "close"]);
    await ended;
    await expect(registry.raw("/healthz")).rejects.toThrow();
    agent.destroy();
    await registry.stop();
  });
});

describe("the end of a process", () => {
  it("waits for the seconds that were asked for, and for the last request", async () => {
    const built = await bundle();
    const data = temporaryFolder();
    const service = await startService(built.registry, data, [], { PATCHBAY_DRAIN_SECONDS: "2" });
    const agent = new http.Agent({ keepAlive: true });
    const under = open(service.url, service.token, agent);
    await fetch(`${service.url}/healthz`);
    const gone = service.end("SIGTERM");
    // The signal takes a moment; before two seconds have passed connections are still taken.
    await expect.poll(async () => (await fetch(`${service.url}/readyz`)).status, { interval: 20 }).toBe(503);
    under.finish();
    expect((await under.answer).statusCode).toBe(201);
    expect(await gone).toEqual({ code: 0, signal: null });
    agent.destroy();
    for (const folder of [data, built.folder]) rmSync(folder, { recursive: true, force: true });
  });
});

const server = process.env.PATCHBAY_TEST_POSTGRES;
if (!server) process.stderr.write("Skipped: readiness while a database hangs, because there is no PostgreSQL.\n");

describe.skipIf(!server)("readiness", () => {
  it("is over while the database hangs or refuses, and comes back with it", async () => {
    const real = new URL(server!);
    const name = "readiness_of_a_test";
    await onServer(server!, `drop database if exists ${name}`);
    await onServer(server!, `create database ${name}`);
    // Between registry and database, so that the connection can hang as it does when a network is cut.
    let [hangs, refuses] = [false, false];
    const sockets = new Set<net.Socket>();
    const between = net.createServer((socket) => {
      if (refuses) return void socket.destroy();
      const on = net.connect(Number(real.port), real.hostname);
      for (const each of [socket, on]) {
        sockets.add(each);
        each.on("error", () => undefined);
        each.on("close", () => {
          sockets.delete(each);
          socket.destroy();
          on.destroy();
        });
      }
      socket.on("data", (data) => !hangs && on.write(data));
      on.on("data", (data) => !hangs && socket.write(data));
    });
    await new Promise<void>((resolve) => between.listen(0, "127.0.0.1", resolve));
    const url = new URL(`/${name}`, real);
    url.host = `127.0.0.1:${(between.address() as AddressInfo).port}`;
    const registry = await startTest(temporaryFolder(), url.href);
    const status = async (path: string) => (await registry.raw(path)).status;
    try {
      expect(await status("/readyz")).toBe(200);
      hangs = true;
      expect([await status("/readyz"), await status("/healthz")]).toEqual([503, 200]);
      hangs = false;
      for (const socket of sockets) socket.destroy();
      refuses = true;
      expect([await status("/readyz"), await status("/healthz")]).toEqual([503, 200]);
      const metrics = await (await registry.raw("/metrics")).text();
      expect(metrics).toContain("patchbay_store_up 0\n");
      refuses = false;
      await expect.poll(() => status("/readyz")).toBe(200);
    } finally {
      await registry.stop();
      for (const socket of sockets) socket.destroy();
      between.close();
      await onServer(server!, `drop database ${name} with (force)`);
    }
  });
});
