import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backoff, deliver, MOST_ATTEMPTS } from "../../registry/jobs/deliver.ts";
import { remindOfSunsets } from "../../registry/jobs/sunset.ts";
import { readWebhook, sign } from "../../registry/jobs/webhook.ts";
import { publishFirst, startOfTests, stores, type TestRegistry } from "./support.ts";

const secret = `whsec_${Buffer.from("twenty-four bytes and more of it").toString("base64")}`;
interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}
/** A receiver that answers as it is told, in turn; 200 when nothing is said. */
async function receiver(): Promise<{
  url: string;
  got: Received[];
  answers: (number | "hang" | string)[];
  close: () => void;
}> {
  const got: Received[] = [];
  const answers: (number | "hang" | string)[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => {
      body += data;
    });
    request.on("end", () => {
      got.push({ headers: request.headers, body });
      const answer = answers.shift() ?? 200;
      if (answer === "hang") request.socket.destroy();
      else if (typeof answer === "string") response.writeHead(302, { location: answer }).end();
      else response.writeHead(answer).end("taken");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook`, got, answers, close: () => server.close() };
}
const later = (days: number, seconds = 0): string =>
  new Date(Date.parse(startOfTests) + days * 86_400_000 + seconds * 1000).toISOString();

describe.each(stores)("jobs on $name", ({ start }) => {
  let registry: TestRegistry;
  let hook: Awaited<ReturnType<typeof receiver>>;
  const log: Record<string, unknown>[] = [];
  const send = (now: string) =>
    deliver(registry.running.store, { operator: { url: hook.url, secret }, mayReach: () => false }, now, (entry) =>
      log.push(entry),
    );
  beforeAll(async () => {
    [registry, hook] = await Promise.all([start(), receiver()]);
  });
  afterAll(async () => {
    hook.close();
    await registry.stop();
  });

  it("send every event once, signed, and say what it is", async () => {
    await publishFirst(registry.admin, "local", "told");
    expect(await send(startOfTests)).toEqual({ delivered: 1, failed: 0 });
    const [first] = hook.got.splice(0);
    expect(JSON.parse(first!.body)).toMatchObject({ type: "version.published", data: { connector: "local/told" } });
    const { "webhook-id": id, "webhook-timestamp": time, "webhook-signature": signature } = first!.headers;
    expect(signature).toBe(`v1,${sign(secret, String(id), String(time), first!.body)}`);
    expect(sign(secret, String(id), String(time), `${first!.body} `)).not.toBe(String(signature).slice(3));
    expect(await send(startOfTests)).toEqual({ delivered: 0, failed: 0 });
  });

  it("repeat what was not taken, later and later, and give up in the end", async () => {
    await publishFirst(registry.admin, "local", "slow");
    hook.answers.push(500, "hang", "http://127.0.0.1:1/elsewhere");
    expect(await send(startOfTests)).toEqual({ delivered: 0, failed: 1 });
    expect(await send(later(0, 9)), "not yet").toEqual({ delivered: 0, failed: 0 });
    expect(await send(later(0, 10))).toEqual({ delivered: 0, failed: 1 });
    expect(await send(later(0, 40))).toEqual({ delivered: 0, failed: 1 });
    expect(log.map(({ problem }) => problem)).toEqual([
      "The receiver answered with status 500.",
      "The receiver could not be reached (ECONNRESET).",
      // It is not followed: the signature was for the address that was configured.
      "The receiver answered with status 302.",
    ]);
    expect(JSON.stringify(log)).not.toContain(secret);
    expect(await send(later(1))).toEqual({ delivered: 1, failed: 0 });
    expect(new Set(hook.got.splice(0).map(({ headers }) => headers["webhook-id"])).size, "the same id each time").toBe(
      1,
    );

    await publishFirst(registry.admin, "local", "lost");
    for (let day = 2; day < 30; day++) {
      hook.answers.splice(0, hook.answers.length, 503);
      await send(later(day));
    }
    expect(hook.got.splice(0)).toHaveLength(MOST_ATTEMPTS);
    expect(log.at(-1)).toMatchObject({ attempts: MOST_ATTEMPTS, given_up: true, level: "error" });
    expect([1, 2, 5, 20].map(backoff)).toEqual([10, 20, 160, 21_600]);
    hook.answers.splice(0);
  });

  it("send no event twice when several processes send at once", async () => {
    for (let i = 0; i < 30; i++) await publishFirst(registry.admin, "local", `many-${i}`);
    const outcomes = await Promise.all([1, 2, 3].map(() => send(later(40))));
    let delivered = outcomes.reduce((sum, outcome) => sum + outcome.delivered, 0);
    while (delivered < 30) delivered += (await send(later(40))).delivered;
    expect(delivered).toBe(30);
    const ids = hook.got.splice(0).map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(30);
    expect(ids).toHaveLength(30);
  });

  it("remind of the last day of a deprecation, once each, and say when it has come", async () => {
    const connector = await publishFirst(registry.admin, "local", "going");
    await send(later(41));
    hook.got.splice(0);
    const { etag } = await registry.admin.deprecate(connector.id, connector.etag, {
      sunset_at: later(60).slice(0, 10),
      message: "Use another.",
    });
    const { store } = registry.running;
    const told: [number, number][] = [];
    for (const day of [10, 29, 31, 31.5, 47, 53, 59, 60, 61, 90])
      told.push([day, await remindOfSunsets(store, later(day))]);
    expect(told.filter(([, count]) => count).map(([day]) => day)).toEqual([31, 47, 53, 59, 60]);
    expect(await Promise.all([remindOfSunsets(store, later(60)), remindOfSunsets(store, later(60))])).toEqual([0, 0]);
    await send(later(91));
    const events = hook.got.splice(0).map(({ body }) => JSON.parse(body) as { type: string; data: { days?: number } });
    expect(
      events.filter(({ type }) => type.startsWith("connector.sunset")).map(({ type, data }) => [type, data.days]),
    ).toEqual([
      ["connector.sunset-reminder", 30],
      ["connector.sunset-reminder", 14],
      ["connector.sunset-reminder", 7],
      ["connector.sunset-reminder", 1],
      ["connector.sunset-reached", 0],
    ]);
    const { items } = await registry.admin.listAudit(connector.id);
    expect(items.filter(({ actor }) => actor === "registry").map(({ action }) => action)).toHaveLength(5);
    // Reminding changes nothing that somebody has looked at.
    await registry.admin.undeprecate(connector.id, etag);
  });
});

it.each([
  [undefined, undefined, undefined],
  ["https://example.com/hook", secret, { url: "https://example.com/hook", secret }],
  ["https://example.com/hook", undefined, expect.stringContaining("go together")],
  ["example.com", secret, expect.stringContaining("is no address")],
  ["https://example.com/hook", "whsec_short", expect.stringContaining("openssl rand")],
])("where events go: %s", (url, key, result) => {
  expect(readWebhook(url, key)).toEqual(result);
});
