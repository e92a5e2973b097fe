import { createServer, type Server } from "node:http";
import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegistryClient } from "../../core/api/client.ts";
import { isPublicAddress } from "../../registry/jobs/address.ts";
import { deliver, MOST_ATTEMPTS } from "../../registry/jobs/deliver.ts";
import { fanOut } from "../../registry/jobs/fan-out.ts";
import { createMailer, isMailAddress, readMail } from "../../registry/jobs/mail.ts";
import { sign } from "../../registry/jobs/webhook.ts";
import { subscriptionSecret } from "../../registry/secrets.ts";
import { publication, publishFirst, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

const key = Buffer.alloc(32, "key").toString("base64");
const later = (seconds: number): string => new Date(Date.parse(startOfTests) + seconds * 1000).toISOString();

interface Got {
  path: string;
  headers: Record<string, unknown>;
  body: string;
}

async function receiver(): Promise<{ url: string; got: Got[]; refuse: Set<string>; server: Server }> {
  const got: Got[] = [];
  const refuse = new Set<string>();
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => {
      body += data;
    });
    request.on("end", () => {
      const path = request.url ?? "";
      got.push({ path, headers: request.headers, body });
      response.writeHead(refuse.has(path) ? 500 : 204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got, refuse, server };
}

/** A mail server of a few lines; it keeps what it is handed. */
async function mailServer(): Promise<{ port: number; mails: string[]; close: () => void }> {
  const mails: string[] = [];
  const server = net.createServer((socket) => {
    let [text, inData] = ["", false];
    socket.on("error", () => undefined);
    socket.write("220 test ESMTP\r\n");
    socket.on("data", (chunk) => {
      text += chunk.toString();
      for (;;) {
        const end = inData ? text.indexOf("\r\n.\r\n") : text.indexOf("\r\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (inData ? 5 : 2));
        if (inData) {
          mails.push(line);
          inData = false;
          socket.write("250 taken\r\n");
        } else if (/^DATA/i.test(line)) {
          inData = true;
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write(/^EHLO/i.test(line) ? "250 test\r\n" : "250 fine\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, mails, close: () => server.close() };
}

describe.each(stores)("notices on $name", ({ start }) => {
  let registry: TestRegistry;
  let hook: Awaited<ReturnType<typeof receiver>>;
  let mail: Awaited<ReturnType<typeof mailServer>>;
  let acme: RegistryClient;
  let globex: RegistryClient;
  let count = 0;
  let slug = "";
  let id = "";
  const log: Record<string, unknown>[] = [];
  const mailer = () =>
    createMailer({ host: "127.0.0.1", port: mail.port, secure: false, from: "registry@example.com" });
  const run = (now: string) =>
    deliver(
      registry.running.store,
      { secretOf: (one) => subscriptionSecret(key, one), mail: mailer(), mayReach: () => true },
      now,
      (entry) => log.push(entry),
    );

  beforeAll(async () => {
    [hook, mail] = await Promise.all([receiver(), mailServer()]);
    registry = await start({
      privateReceivers: true,
      secretKey: key,
      mail: { host: "127.0.0.1", port: mail.port, secure: false, from: "registry@example.com" },
    });
    acme = await registry.client("ada", "acme", ["enterprise_admin"]);
    globex = await registry.client("gus", "globex", ["enterprise_admin"]);
  });
  afterAll(async () => {
    hook.server.close();
    mail.close();
    await registry.stop();
  });
  beforeEach(async () => {
    registry.setNow(startOfTests);
    slug = `told-${count++}`;
    id = `acme/${slug}`;
    hook.got.splice(0);
    log.splice(0);
    for (const client of [acme, globex])
      for (const one of (await client.listSubscriptions()).items) await client.deleteSubscription(one.id);
    await fanOut(registry.running.store, startOfTests, false);
  });

  const connect = (enterprise: string, operations: string[] = []) =>
    registry.admin.reportUsage({
      source: id,
      sequence: count * 100 + operations.length + enterprise.length,
      connections: [{ id: `${enterprise}-${slug}`, enterprise, connector: id, version: "1.0.0", state: "active" }],
      orchestrations: [{ id: `${enterprise}-${slug}`, enterprise, connector: id, operations }],
    });
  const publishMajor = () =>
    registry.admin.publish(
      id,
      "2.0.0",
      publication({ slug, name: slug, version: "2.0.0", fields: ["number"] }, { reason: "For a test." }),
    );
  const topicsOf = async (client: RegistryClient) =>
    (await client.listNotices({ limit: 100 })).items
      .filter(({ connector }) => connector === id)
      .map(({ topic }) => topic);

  it("tell owner and users of a version, and each what of theirs is hit", async () => {
    await publishFirst(registry.admin, "acme", slug, "global");
    await fanOut(registry.running.store, startOfTests, false);
    await connect("globex", ["get_parcel"]);
    registry.setNow(later(10));
    await publishMajor();
    await fanOut(registry.running.store, later(20), false);
    expect(await topicsOf(acme)).toEqual(["version.major", "version.published"]);
    expect(await topicsOf(globex)).toEqual(["version.major"]);
    const [notice] = (await globex.listNotices()).items;
    expect(notice?.detail).toMatchObject({
      connector: id,
      version: "2.0.0",
      affected: { operations: ["get_parcel"], orchestrations: 1 },
    });
    // Who did it is known in the house only.
    expect(notice?.detail).not.toHaveProperty("actor");
    expect((await acme.listNotices()).items[0]?.detail).toMatchObject({ actor: "admin@local" });
    const stranger = await registry.client("sue", "initech", ["enterprise_admin"]);
    expect((await stranger.listNotices()).items).toEqual([]);
  });

  it("are marked as read, for all of an enterprise, and by nobody else", async () => {
    await publishFirst(registry.admin, "acme", slug);
    await fanOut(registry.running.store, startOfTests, false);
    const [notice] = (await acme.listNotices({ unread: "1" })).items;
    expect(await refusal(globex.markNoticeRead(notice!.id))).toMatchObject({ code: "not-found" });
    await acme.markNoticeRead(notice!.id);
    expect((await acme.listNotices({ unread: "1" })).items.map((one) => one.id)).not.toContain(notice!.id);
    expect((await acme.listNotices()).items.find((one) => one.id === notice!.id)?.read_at).toBe(startOfTests);
  });

  it("tell the platform what waits for it", async () => {
    await publishFirst(registry.admin, "acme", slug);
    await acme.requestReview(id, { kind: "promotion" });
    await fanOut(registry.running.store, startOfTests, false);
    const { items } = await registry.admin.listNotices({ limit: 100 });
    expect(items.filter(({ connector }) => connector === id).map(({ topic }) => topic)).toEqual(["review.requested"]);
    expect(await topicsOf(globex)).toEqual([]);
  });

  it("are one each, also when several processes hand them out", async () => {
    await publishFirst(registry.admin, "acme", slug, "global");
    await connect("globex");
    for (const version of ["1.0.1", "1.0.2", "1.0.3"])
      await registry.admin.publish(
        id,
        version,
        publication({ slug, name: slug, version, description: `Says ${version}.` }, { reason: "For a test." }),
      );
    const { store } = registry.running;
    const counts = await Promise.all([1, 2, 3].map(() => fanOut(store, startOfTests, false)));
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(4);
    expect(await topicsOf(globex)).toHaveLength(4);
  });

  it("are sent signed to those who subscribe, in the order of events", async () => {
    const subscription = await globex.createSubscription({ target: `${hook.url}/globex`, topics: ["version.major"] });
    const all = await acme.createSubscription({ target: `${hook.url}/acme` });
    expect(subscription.secret).toBe(subscriptionSecret(key, subscription.id));
    expect((await globex.listSubscriptions()).items[0]).not.toHaveProperty("secret");
    await publishFirst(registry.admin, "acme", slug, "global");
    await connect("globex", ["get_parcel"]);
    registry.setNow(later(10));
    await publishMajor();
    expect(await run(later(20))).toEqual({ delivered: 4, failed: 0 });
    const [mine] = hook.got.filter(({ path }) => path === "/globex");
    const { "webhook-id": event, "webhook-timestamp": time, "webhook-signature": signature } = mine!.headers;
    expect(signature).toBe(`v1,${sign(subscription.secret!, String(event), String(time), mine!.body)}`);
    expect(JSON.parse(mine!.body)).toMatchObject({
      type: "version.major",
      data: { connector: id, affected: { operations: ["get_parcel"] } },
    });
    const theirs = hook.got.filter(({ path }) => path === "/acme").map(({ body }) => JSON.parse(body).type);
    expect(theirs[0]).toBe("version.published");
    expect(theirs.sort()).toEqual(["version.major", "version.published", "version.published"]);
    expect((await acme.listDeliveries(all.id)).items.map(({ state }) => state)).toEqual(Array(3).fill("delivered"));
  });

  it("wait for a receiver that does not take them, and die in the end; others are not kept waiting", async () => {
    const dead = await acme.createSubscription({ target: `${hook.url}/dead` });
    await acme.createSubscription({ target: `${hook.url}/alive` });
    hook.refuse.add("/dead");
    await publishFirst(registry.admin, "acme", slug);
    await acme.publish(id, "1.0.1", publication({ slug, name: slug, version: "1.0.1", description: "Other words." }));
    expect(await run(later(1))).toEqual({ delivered: 2, failed: 1 });
    const waiting = (await acme.listDeliveries(dead.id, { state: "waiting" })).items;
    expect(waiting.map(({ attempts }) => attempts).sort()).toEqual([0, 1]);
    expect(waiting.find(({ attempts }) => attempts === 1)?.problem).toBe("The receiver answered with status 500.");
    for (let day = 1; day < 40; day++) await run(later(day * 86_400));
    const over = (await acme.listDeliveries(dead.id, { state: "dead" })).items;
    expect(over.map(({ attempts }) => attempts)).toEqual([MOST_ATTEMPTS, MOST_ATTEMPTS]);
    expect(log.filter((entry) => entry.given_up)).toHaveLength(2);
    // Nothing is lost: it can be sent again, under the same id.
    hook.refuse.delete("/dead");
    hook.got.splice(0);
    registry.setNow(later(40 * 86_400));
    await acme.redeliver(dead.id, over[0]!.id);
    expect(await run(later(40 * 86_400))).toEqual({ delivered: 1, failed: 0 });
    expect(hook.got.map(({ headers }) => headers["webhook-id"])).toEqual([over[0]!.event]);
  });

  it("can be tried", async () => {
    const { id: subscription } = await acme.createSubscription({ target: `${hook.url}/try` });
    expect(await acme.testSubscription(subscription)).toMatchObject({ state: "waiting", topic: "subscription.test" });
    expect(await run(startOfTests)).toEqual({ delivered: 1, failed: 0 });
    expect(JSON.parse(hook.got[0]!.body)).toEqual({
      type: "subscription.test",
      timestamp: startOfTests,
      data: { subscription },
    });
  });

  it("go out as e-mail", async () => {
    await acme.createSubscription({ target: "mailto:team@example.com", topics: ["version.published"] });
    await publishFirst(registry.admin, "acme", slug);
    expect(await run(startOfTests)).toEqual({ delivered: 1, failed: 0 });
    const text = mail.mails.at(-1)!;
    expect(text).toContain("To: team@example.com\r\n");
    expect(text).toContain(`Subject: =?utf-8?B?${Buffer.from(`${id} has a new version`).toString("base64")}?=`);
    const [, body = ""] = text.split("\r\n\r\n");
    expect(Buffer.from(body, "base64").toString()).toContain(`connector: ${id}\n`);
    mail.close();
    await acme.createSubscription({ target: "mailto:other@example.com" });
    await acme.publish(id, "1.0.1", publication({ slug, name: slug, version: "1.0.1", description: "Other words." }));
    const broken = createMailer({ host: "127.0.0.1", port: 1, secure: false, from: "registry@example.com" });
    const problem = await broken.send("a@example.com", { event_id: "e", body: '{"type":"x","data":{}}' }, startOfTests);
    expect(problem).toMatch(/^The mail server did not take it \(/);
  });

  it.each([
    ["ftp://example.com", "invalid-request"],
    ["https://user:secret@example.com/", "invalid-request"],
    ["mailto:no-address", "invalid-request"],
    ["mailto:a@example.com,b@example.com", "invalid-request"],
    ["mailto:a@example.com%0D%0ABcc:x@example.com", "invalid-request"],
  ])("are not sent to %s", async (target, code) => {
    expect(await refusal(acme.createSubscription({ target }))).toMatchObject({ code });
  });

  it("of the platform are for its administrators", async () => {
    expect(await refusal(acme.createSubscription({ target: `${hook.url}/x`, audience: "platform" }))).toMatchObject({
      code: "forbidden",
    });
    const all = await registry.admin.createSubscription({ target: `${hook.url}/all`, audience: "platform" });
    await publishFirst(registry.admin, "acme", slug);
    await run(startOfTests);
    expect(hook.got.map(({ path }) => path)).toEqual(["/all"]);
    await registry.admin.deleteSubscription(all.id);
  });
});

describe("where nobody may let the registry send to", () => {
  it.each(stores)("are private networks, on $name", async ({ start }) => {
    const registry = await start();
    try {
      const acme = await registry.client("ada", "acme", ["enterprise_admin"]);
      for (const host of [
        "127.0.0.1",
        "[::1]",
        "169.254.169.254",
        "10.1.2.3",
        "[::ffff:10.0.0.1]",
        "0x7f000001",
        "2130706433",
        "127.1",
      ])
        expect(await refusal(acme.createSubscription({ target: `https://${host}/` })), host).toMatchObject({
          code: "invalid-request",
          message: expect.stringContaining("private network"),
        });
      expect(await refusal(acme.createSubscription({ target: "http://example.com/" }))).toMatchObject({
        message: expect.stringContaining("https"),
      });
      expect(await refusal(acme.createSubscription({ target: "mailto:a@example.com" }))).toMatchObject({
        message: expect.stringContaining("sends no e-mail"),
      });
      // A name is looked up when something is sent; it may mean another address by then.
      const one = await acme.createSubscription({ target: "https://localhost:9/" });
      await acme.testSubscription(one.id);
      const log: Record<string, unknown>[] = [];
      const channels = { secretOf: () => "whsec_c2VjcmV0", mayReach: isPublicAddress };
      await deliver(registry.running.store, channels, later(1), (entry) => log.push(entry));
      expect(log[0]?.problem).toContain("private network");
    } finally {
      await registry.stop();
    }
  });

  it.each([
    ["93.184.215.14", true],
    ["2606:4700::1111", true],
    ["127.0.0.1", false],
    ["10.0.0.1", false],
    ["172.31.255.255", false],
    ["172.32.0.1", true],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.64.0.1", false],
    ["0.0.0.0", false],
    ["255.255.255.255", false],
    ["::1", false],
    ["::", false],
    ["::ffff:127.0.0.1", false],
    ["64:ff9b::7f00:1", false],
    ["2002:7f00:1::", false],
    ["fe80::1%eth0", false],
    ["fd00::1", false],
    ["example.com", false],
    ["", false],
  ])("%s: %s", (address, isPublic) => {
    expect(isPublicAddress(address)).toBe(isPublic);
  });
});

it.each([
  [
    "smtps://user:p%40ss@mail.example.com",
    "r@example.com",
    { secure: true, port: 465, user: "user", password: "p@ss" },
  ],
  ["smtp://mail.example.com:2525", "r@example.com", { secure: false, port: 2525 }],
])("mail is handed in at %s", (url, from, settings) => {
  expect(readMail(url, from)).toMatchObject({ host: "mail.example.com", from, ...settings });
});

it.each([
  ["smtp://mail.example.com", undefined, "go together"],
  ["http://mail.example.com", "r@example.com", "is no address of a mail server"],
  ["smtp://mail.example.com", "Registry <r@example.com>", "PATCHBAY_MAIL_FROM is no address"],
])("a setting of mail that cannot be: %s, %s", (url, from, words) => {
  expect(readMail(url, from)).toContain(words);
});

it.each(["a@b.example\r\nBcc: x@y.example", "<a@b.example>", "a b@c.example", "a@b.example,c@d.example", "@b.example"])(
  "%j is no mail address",
  (text) => {
    expect(isMailAddress(text)).toBe(false);
  },
);
