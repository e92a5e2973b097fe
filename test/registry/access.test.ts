import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient, type RegistryClient } from "../../core/api/client.ts";
import { type RouteName, routeNames, routes } from "../../core/api/routes.ts";
import { scopesAllow } from "../../core/api/scopes.ts";
import type { TokenScope } from "../../core/api/types.ts";
import { defaultLimits } from "../../registry/limits.ts";
import { definition, publication, refusal, startOfTests, startTest, stores, type TestRegistry } from "./support.ts";

const usageRoutes: RouteName[] = ["createUsageReport", "putConnection", "deleteConnection"];
/** By hand: what a token with the scope `publish` may call, besides what is open to everybody. */
const publishRoutes: RouteName[] = [
  "getWhoami",
  "getConnector",
  "listVersions",
  "getVersion",
  "getContent",
  "getVerdict",
  "putVersion",
];

describe("scopes", () => {
  const open = routeNames.filter((name) => routes[name].access === "public");
  const forRoles = routeNames.filter((name) => !open.includes(name) && !usageRoutes.includes(name));
  const reading = forRoles.filter((name) => /^(get|list)/.test(name));
  it.each<[TokenScope[], RouteName[]]>([
    [[], forRoles],
    [["usage:write"], [...forRoles, ...usageRoutes]],
    [["read"], reading],
    [["publish"], publishRoutes],
    [
      ["read", "publish"],
      [...reading, "putVersion"],
    ],
    [
      ["read", "usage:write"],
      [...reading, ...usageRoutes],
    ],
  ])("%j", (scopes, expected) => {
    const allowed = routeNames.filter((name) => scopesAllow(scopes, name));
    expect(allowed.sort()).toEqual([...open, ...expected].sort());
  });
});

describe.each(stores)("signing in on $name", ({ start }) => {
  let registry: TestRegistry;
  let ada: RegistryClient;
  beforeAll(async () => {
    registry = await start();
    ada = await registry.client("ada", "acme", ["enterprise_admin"]);
  });
  afterAll(() => registry.stop());
  beforeEach(() => registry.setNow(startOfTests));

  const withToken = (token: string) => createClient({ baseUrl: registry.url, token, fetch });
  const anybody = () => createClient({ baseUrl: registry.url, fetch });
  const later = (seconds: number) => registry.setNow(new Date(Date.parse(startOfTests) + seconds * 1000).toISOString());

  describe("with a limited token", () => {
    const all = ["viewer", "creator", "enterprise_admin", "platform_admin"] as const;
    it("that reads, nothing is changed, whatever its roles", async () => {
      const client = await registry.client("reader", "acme", all, ["read"]);
      expect((await client.listTokens()).items.length).toBeGreaterThan(0);
      for (const call of [
        () => client.publish("acme/never", "1.0.0", publication({ slug: "never" }), { dryRun: true }),
        () => client.createToken({ principal: "x", enterprise: "acme", roles: [] }),
        () => client.putDraft("acme/never", { files: [{ path: "a.connector.yaml", text: "" }] }),
        () => client.decideDevice("BCDF-BCDF", { decision: "approve" }),
      ]) {
        const refused = await refusal(call());
        expect(refused.code).toBe("forbidden");
        expect(refused.message).toContain("The scope of this token (read) does not allow this.");
      }
    });
    it("that publishes, a version is published and its enterprise not administered", async () => {
      const client = await registry.client("builder", "acme", all, ["publish"]);
      await client.publish("acme/built", "1.0.0", publication({ slug: "built", name: "Built" }));
      const { etag } = await client.getConnector("acme/built");
      for (const call of [
        () => client.unpublish("acme/built", etag),
        () => client.listTokens(),
        () => client.listConnectors(),
        () => client.getUsage("acme/built"),
      ])
        expect((await refusal(call())).code).toBe("forbidden");
    });
    it("may be made by an administrator; one for usage may not", async () => {
      const made = await ada.createToken({
        principal: "ci",
        enterprise: "acme",
        roles: ["creator"],
        scopes: ["publish"],
      });
      expect(made.scopes).toEqual(["publish"]);
      const usage = { principal: "ci", enterprise: "acme", roles: [], scopes: ["usage:write" as const] };
      expect((await refusal(ada.createToken(usage))).code).toBe("forbidden");
    });
  });

  it("notes the day on which a token was used, and shows it with the token's first characters", async () => {
    const { token, id, prefix, last_used_on } = await ada.createToken({
      principal: "u",
      enterprise: "acme",
      roles: [],
    });
    expect(last_used_on).toBeNull();
    expect(token.startsWith(prefix)).toBe(true);
    const usedOn = async () => (await ada.listTokens()).items.find((one) => one.id === id)?.last_used_on;
    await withToken(token).whoami();
    await expect.poll(usedOn).toBe("2031-03-01");
    later(86_400);
    await withToken(token).whoami();
    await expect.poll(usedOn).toBe("2031-03-02");
    // A clock that was set back says nothing new.
    later(-86_400);
    await withToken(token).whoami();
    await withToken(token).whoami();
    expect(await usedOn()).toBe("2031-03-02");
    await ada.revokeToken(id);
    expect((await refusal(withToken(token).whoami())).code).toBe("unauthenticated");
  });

  describe("by device code", () => {
    const ask = () => anybody().createDeviceCode("VS Code on a test");
    const take = (code: string) => anybody().takeDeviceToken(code);

    it("gives the rights of whoever confirms it, once", async () => {
      const code = await ask();
      expect(code).toMatchObject({ expires_in: 600, interval: 5, verification_uri: `${registry.url}/device` });
      expect(code.verification_uri_complete).toBe(`${registry.url}/device?code=${code.user_code}`);
      expect(await refusal(take(code.device_code))).toMatchObject({ code: "authorization-pending", status: 400 });
      expect(await ada.getDeviceCode(code.user_code)).toMatchObject({ client: "VS Code on a test", state: "pending" });
      expect(await ada.decideDevice(code.user_code, { decision: "approve" })).toMatchObject({ state: "approved" });
      const created = await take(code.device_code);
      expect(created).toMatchObject({
        principal: "ada",
        enterprise: "acme",
        roles: ["enterprise_admin"],
        scopes: [],
        created_by: "ada",
        expires_at: "2031-03-31T12:00:00.000Z",
      });
      expect((await withToken(created.token).whoami()).principal).toBe("ada");
      expect((await refusal(take(code.device_code))).code).toBe("expired-token");
      expect((await refusal(ada.getDeviceCode(code.user_code))).code).toBe("not-found");
    });

    it("gives fewer rights where that is said, and never more", async () => {
      const fewer = await ask();
      await ada.decideDevice(fewer.user_code, { decision: "approve", roles: [], scopes: ["read"] });
      expect(await take(fewer.device_code)).toMatchObject({ roles: [], scopes: ["read"] });
      const more = await ask();
      for (const beyond of [{ roles: ["platform_admin" as const] }, { scopes: ["usage:write" as const] }])
        expect((await refusal(ada.decideDevice(more.user_code, { decision: "approve", ...beyond }))).code).toBe(
          "forbidden",
        );
      expect((await refusal(take(more.device_code))).code).toBe("authorization-pending");
    });

    it("lasts no longer than the sign-in of whoever confirms it", async () => {
      const expires_at = "2031-03-02T00:00:00.000Z";
      const brief = await registry.token({ principal: "brief", enterprise: "acme", roles: ["viewer"], expires_at });
      const code = await ask();
      await withToken(brief).decideDevice(code.user_code, { decision: "approve" });
      expect((await take(code.device_code)).expires_at).toBe(expires_at);
    });

    it("can be refused, and is decided once", async () => {
      const code = await ask();
      await ada.decideDevice(code.user_code, { decision: "deny" });
      expect((await refusal(ada.decideDevice(code.user_code, { decision: "approve" }))).code).toBe("invalid-state");
      expect((await refusal(take(code.device_code))).code).toBe("access-denied");
      expect((await refusal(take(code.device_code))).code).toBe("expired-token");
    });

    it("ends after ten minutes, confirmed or not", async () => {
      const [one, other] = [await ask(), await ask()];
      await ada.decideDevice(other.user_code, { decision: "approve" });
      later(600);
      expect((await refusal(ada.decideDevice(one.user_code, { decision: "approve" }))).code).toBe("not-found");
      for (const { device_code } of [one, other]) expect((await refusal(take(device_code))).code).toBe("expired-token");
    });

    it("slows down whoever asks too often", async () => {
      const { device_code } = await ask();
      const asked = async (at: number) => {
        later(at);
        return (await refusal(take(device_code))) as unknown;
      };
      expect(await asked(5)).toMatchObject({ code: "authorization-pending" });
      expect(await asked(8)).toMatchObject({ code: "slow-down", problem: { interval: 10 } });
      expect(await asked(16)).toMatchObject({ code: "slow-down", problem: { interval: 15 } });
      expect(await asked(31)).toMatchObject({ code: "authorization-pending" });
    });

    it("of two who take the token at once, gives it to one", async () => {
      const code = await ask();
      await ada.decideDevice(code.user_code, { decision: "approve" });
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => take(code.device_code)));
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    });

    it("leaves no code in the store or in the log", async () => {
      const code = await ask();
      await ada.getDeviceCode(code.user_code);
      const rows = await registry.running.store.read((tx) => tx.all("select * from device_code"));
      const text = JSON.stringify(rows);
      expect(rows.length).toBeGreaterThan(0);
      for (const secret of [code.device_code, code.user_code]) expect(text).not.toContain(secret);
      expect(JSON.stringify(registry.log)).not.toContain(code.device_code);
    });
  });
});

it("sign-ins of devices are counted by address", async () => {
  const limits = { ...defaultLimits, signIns: { burst: 2, perMinute: 1 } };
  const registry = await startTest(undefined, undefined, limits);
  try {
    const client = createClient({ baseUrl: registry.url, fetch });
    await client.createDeviceCode("one");
    await client.createDeviceCode("two");
    expect(await refusal(client.createDeviceCode("three"))).toMatchObject({ code: "rate-limited", status: 429 });
    await registry.admin.publish("local/free", "1.0.0", {
      files: [{ path: "a.connector.yaml", text: definition({ slug: "free", name: "Free" }) }],
    });
  } finally {
    await registry.stop();
  }
});
