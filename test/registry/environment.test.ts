import { chmodSync, mkdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { RegistryError } from "../../core/api/problems.ts";
import { deliver } from "../../registry/jobs/deliver.ts";
import { post } from "../../registry/jobs/post.ts";
import { tell } from "../support/faults.ts";
import { bundle, run, startService } from "./bundle.ts";
import {
  onServer,
  publication,
  publishFirst,
  refusal,
  startOfTests,
  startTest,
  stores,
  temporaryFolder,
} from "./support.ts";

let built: Awaited<ReturnType<typeof bundle>>;
const folders: string[] = [];
const folder = () => {
  const made = temporaryFolder();
  folders.push(made);
  return made;
};
beforeAll(async () => {
  built = await bundle();
  folders.push(built.folder);
}, 60_000);
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe("a folder that cannot be used", () => {
  it.skipIf(process.getuid?.() === 0)(
    "is said to be read-only (skipped as root, who may write everywhere)",
    async () => {
      const data = folder();
      chmodSync(data, 0o500);
      const { code, stderr } = await run(built.registry, ["start", "--data", data, "--port", "0"]);
      expect([code, stderr]).toEqual([2, expect.stringContaining("cannot be used")]);
    },
  );

  it("is said to be a file, or one that nobody can make", async () => {
    const base = folder();
    writeFileSync(path.join(base, "file"), "");
    for (const data of [path.join(base, "file"), path.join(base, "file", "below"), "/dev/null/here"]) {
      const { code, stdout, stderr } = await run(built.registry, ["start", "--data", data, "--port", "0"]);
      expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(/cannot be used .*Give a writable folder with --data/);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });

  it("is not repaired by guessing: a store that is cut short is refused, and left as it is", async () => {
    const data = folder();
    const service = await startService(built.registry, data);
    await createClient({ baseUrl: service.url, token: service.token, fetch }).publish(
      "local/tool",
      "1.0.0",
      publication({ slug: "tool" }),
    );
    await service.end("SIGTERM");
    truncateSync(path.join(data, "registry.db"), 5_000);
    const { code, stderr } = await run(built.registry, ["start", "--data", data, "--port", "0"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/cannot be used \(.*(malformed|corrupt|not a database).*\)/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it("may vanish under a running registry, which says so and does not end", async () => {
    const base = folder();
    const data = path.join(base, "data");
    mkdirSync(data);
    const service = await startService(built.registry, data);
    const client = createClient({ baseUrl: service.url, token: service.token, fetch });
    await client.publish("local/tool", "1.0.0", publication({ slug: "tool" }));
    rmSync(data, { recursive: true, force: true });
    const outcome = await client.publish("local/other", "1.0.0", publication({ slug: "other" })).then(
      () => "stored",
      (error: unknown) => (error instanceof RegistryError ? error.code : "failed"),
    );
    // The system keeps the files as long as the process has them open; what it cannot keep, it says.
    expect(["stored", "unavailable"]).toContain(outcome);
    expect((await fetch(`${service.url}/healthz`)).status).toBe(200);
    await service.end("SIGTERM");
  });
});

/** A connection to the database that a test can cut, stall and let through again. */
async function proxyTo(url: string) {
  const target = new URL(url);
  const { port, hostname } = target;
  const sockets = new Set<net.Socket>();
  let mode: "open" | "stalled" | "closed" = "open";
  const server = net.createServer((inside) => {
    if (mode === "closed") return void inside.destroy();
    const outside = net.connect(Number(port), hostname);
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(from);
      from.on("data", (data) => mode !== "stalled" && to.write(data));
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  target.port = String((server.address() as net.AddressInfo).port);
  return {
    url: target.href,
    set: (next: typeof mode) => {
      mode = next;
      if (next === "closed") for (const socket of sockets) socket.destroy();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const server = process.env.PATCHBAY_TEST_POSTGRES;
if (!server) tell("Skipped: connections to the database that break, because there is no PostgreSQL.");

describe.skipIf(!server)("a database that goes away (skipped without PostgreSQL)", () => {
  it("in the middle of transactions leaves nothing half done, and everything that was acknowledged", async () => {
    const name = `gone_${Date.now()}`;
    await onServer(server!, `create database ${name}`);
    const proxy = await proxyTo(server!.replace(/[^/]*$/, name));
    const registry = await startTest(temporaryFolder(), proxy.url);
    const stored: string[] = [];
    const refused: string[] = [];
    try {
      for (let round = 0; round < 8; round++) {
        const work = Promise.all(
          [0, 1, 2, 3].map(async (index) => {
            const slug = `gone-${round}-${index}`;
            try {
              await publishFirst(registry.admin, "local", slug);
              stored.push(slug);
            } catch (error) {
              expect(error).toMatchObject({ code: "unavailable", status: 503 });
              refused.push(slug);
            }
          }),
        );
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
        if (round % 2 === 0) proxy.set("closed");
        else {
          const admin = new pg.Client({ connectionString: server! });
          await admin.connect();
          await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
          await admin.end();
        }
        await work;
        expect((await registry.raw("/healthz")).status).toBe(200);
        if (round % 2 === 0) expect((await registry.raw("/readyz")).status).toBe(503);
        proxy.set("open");
        await expect.poll(async () => (await registry.raw("/readyz")).status).toBe(200);
      }
      for (const slug of stored)
        expect((await registry.admin.getContent(`local/${slug}`, "1.0.0")).files).toHaveLength(1);
      // A refusal can hide that it was stored, when only the answer was lost; then it is there as a whole.
      for (const slug of refused) {
        const found = await registry.admin.findConnector(`local/${slug}`);
        if (found) expect((await registry.admin.listAudit(found.id)).items).toHaveLength(1);
      }
      expect(stored.length).toBeGreaterThan(0);
      tell(
        `database connections cut in the middle, 8 times: ${stored.length} acknowledged, 0 lost, ${refused.length} refused`,
      );
    } finally {
      await registry.stop();
      proxy.close();
      await onServer(server!, `drop database ${name} with (force)`);
    }
  });
});

describe.each(stores)("a clock that jumps, on $name", ({ start }) => {
  it("moves no date of a deprecation earlier, revives no token, and breaks no chain", async () => {
    const registry = await start();
    const at = (days: number) => new Date(Date.parse(startOfTests) + days * 86_400_000).toISOString();
    try {
      let connector = await publishFirst(registry.admin, "local", "jumping");
      connector = await registry.admin.deprecate(connector.id, connector.etag, {
        sunset_at: at(40).slice(0, 10),
        message: "Going.",
      });
      const earliest = connector.deprecation?.earliest_unpublish_at;
      registry.setNow(at(-400));
      // Back in time: nothing that was promised comes earlier, and the log goes on.
      expect(
        await refusal(
          registry.admin.deprecate(connector.id, connector.etag, {
            sunset_at: at(-300).slice(0, 10),
            message: "Sooner.",
          }),
        ),
      ).toMatchObject({ code: "sunset-not-earlier" });
      connector = await registry.admin.deprecate(connector.id, connector.etag, {
        sunset_at: at(41).slice(0, 10),
        message: "Later.",
      });
      expect(Date.parse(connector.deprecation!.earliest_unpublish_at)).toBeGreaterThanOrEqual(Date.parse(earliest!));
      const token = await registry.token({
        principal: "short",
        enterprise: "local",
        roles: ["viewer"],
        expires_at: at(-399),
      });
      registry.setNow(at(-398));
      expect((await registry.raw("/api/v1/whoami", { token })).status).toBe(401);
      registry.setNow(at(1000));
      expect((await registry.raw("/api/v1/whoami", { token })).status).toBe(401);
      const { items } = await registry.admin.listAudit(connector.id);
      expect(items.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      expect(items.every(({ prev_hash }, index) => prev_hash === (items[index - 1]?.hash ?? ""))).toBe(true);
    } finally {
      await registry.stop();
    }
  });
});

describe("a receiver of webhooks that behaves badly", () => {
  const listen = async (handle: (socket: net.Socket) => void) => {
    const sockets = new Set<net.Socket>();
    const listener = net.createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => undefined);
      handle(socket);
    });
    await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
    const { port } = listener.address() as net.AddressInfo;
    return {
      url: `http://127.0.0.1:${port}/`,
      close: () => {
        for (const socket of sockets) socket.destroy();
        listener.close();
      },
    };
  };

  it.each<[string, (socket: net.Socket) => void, RegExp | undefined]>([
    ["never answers", () => undefined, /it took too long/],
    [
      "answers a letter at a time",
      (socket) => void setInterval(() => socket.write("H"), 50).unref(),
      /could not be reached/,
    ],
    ["closes at once", (socket) => void socket.destroy(), /could not be reached/],
    ["answers nonsense", (socket) => void socket.end("no HTTP at all\r\n\r\n"), /could not be reached/],
    [
      "sends to itself",
      (socket) => void socket.end("HTTP/1.1 302 Found\r\nlocation: /\r\ncontent-length: 0\r\n\r\n"),
      /status 302/,
    ],
    [
      "never ends its answer",
      (socket) => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        setInterval(() => socket.write("x".repeat(10_000)), 5).unref();
      },
      undefined,
    ],
  ])("%s", async (_, handle, problem) => {
    const receiver = await listen(handle);
    try {
      const said = await post(receiver.url, {}, "{}", () => true, 500);
      if (problem) expect(said).toMatch(problem);
      else expect(said).toBeUndefined();
    } finally {
      receiver.close();
    }
  });

  it("keeps nobody else waiting, and loses nothing", async () => {
    const registry = await startTest(undefined, undefined, undefined, { privateReceivers: true });
    const silent = await listen((socket) => void socket.destroy());
    const good = await listen((socket) => void socket.end("HTTP/1.1 204 No Content\r\n\r\n"));
    try {
      for (const { url } of [silent, good]) await registry.admin.createSubscription({ target: url });
      await publishFirst(registry.admin, "local", "told");
      const channels = { secretOf: () => "whsec_c2VjcmV0", mayReach: () => true };
      expect(await deliver(registry.running.store, channels, startOfTests, () => undefined)).toEqual({
        delivered: 1,
        failed: 1,
      });
    } finally {
      silent.close();
      good.close();
      await registry.stop();
    }
  });
});
