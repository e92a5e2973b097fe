import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { forgetOldAnswers } from "../../registry/idempotency.ts";
import { publication, publishFirst, startOfTests, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("Idempotency-Key on $name", ({ start }) => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());

  const newToken = { principal: "robot", enterprise: "acme", roles: ["viewer"] };
  const post = async (path: string, key: string, body: unknown, token = registry.adminToken) => {
    const response = await registry.raw(path, {
      method: "POST",
      token,
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify(body),
    });
    return {
      status: response.status,
      replayed: response.headers.get("idempotency-replayed"),
      body: (await response.json()) as Record<string, unknown>,
    };
  };
  const tokens = async () => (await registry.admin.listTokens()).items.length;

  it("gives the same answer again and creates nothing again, not even a token", async () => {
    const key = randomUUID();
    const first = await post("/api/v1/tokens", key, newToken);
    const count = await tokens();
    const again = await post("/api/v1/tokens", key, newToken);
    expect(first).toMatchObject({ status: 201, replayed: null });
    expect(again).toEqual({ ...first, replayed: "true" });
    expect(await tokens()).toBe(count);
    const other = await post("/api/v1/tokens", randomUUID(), newToken);
    expect(other.body.id).not.toBe(first.body.id);
  });

  it("keeps neither the key nor what was answered in readable form", async () => {
    const key = randomUUID();
    const { body } = await post("/api/v1/tokens", key, newToken);
    const rows = await registry.running.store.read((tx) => tx.all("select * from idempotency"));
    const text = JSON.stringify(rows);
    for (const secret of [key, String(body.token), Buffer.from(String(body.token)).toString("base64")])
      expect(text).not.toContain(secret);
  });

  it("refuses the key for another request", async () => {
    const key = randomUUID();
    await post("/api/v1/tokens", key, newToken);
    expect(await post("/api/v1/tokens", key, { ...newToken, principal: "other" })).toMatchObject({
      status: 422,
      body: { type: "urn:patchbay:problem:idempotency-key-reused" },
    });
  });

  it("belongs to who sent it", async () => {
    const key = randomUUID();
    const mine = await post("/api/v1/tokens", key, newToken);
    const other = await registry.token({ principal: "olga", enterprise: "acme", roles: ["platform_admin"] });
    const theirs = await post("/api/v1/tokens", key, newToken, other);
    expect(theirs).toMatchObject({ status: 201, replayed: null });
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it.each(["short", "x".repeat(65), "with a space in it, and more"])("refuses %j as a key", async (key) => {
    expect(await post("/api/v1/tokens", key, newToken)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining("16 to 64 visible characters") },
    });
  });

  it("does not keep a refusal: what was wrong can be put right", async () => {
    const key = randomUUID();
    const connector = await publishFirst(registry.admin, "local", "later-global");
    const promote = (etag: string) =>
      registry.raw(`/api/v1/connectors/${connector.id}/promotion`, {
        method: "POST",
        token: registry.adminToken,
        headers: { "content-type": "application/json", "idempotency-key": key, "if-match": etag },
        body: "{}",
      });
    expect((await promote('"r99"')).status).toBe(412);
    expect((await promote(connector.etag)).status).toBe(200);
    const again = await promote(connector.etag);
    expect([again.status, again.headers.get("idempotency-replayed")]).toEqual([200, "true"]);
    expect(again.headers.get("etag")).not.toBe(connector.etag);
  });

  it("makes one of five that are sent at once", async () => {
    const key = randomUUID();
    const count = await tokens();
    const answers = await Promise.all(Array.from({ length: 5 }, () => post("/api/v1/tokens", key, newToken)));
    expect(new Set(answers.map(({ body }) => body.token)).size).toBe(1);
    expect(answers.filter(({ replayed }) => replayed === null)).toHaveLength(1);
    expect(await tokens()).toBe(count + 1);
  });

  it("lets a client send again what it has no answer to", async () => {
    let lost = 1;
    const client = createClient({
      baseUrl: registry.url,
      token: await registry.token({ principal: "carla", enterprise: "acme", roles: ["creator"] }),
      newKey: randomUUID,
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (lost-- > 0) throw new TypeError("the connection broke");
        return response;
      },
    });
    const request = { kind: "publication" as const, version: "1.0.0", ...publication({ slug: "lost" }) };
    const review = await client.requestReview("acme/lost", request);
    expect((await client.listReviews({ view: "mine" })).items.map(({ id }) => id)).toEqual([review.id]);
  });

  it("is forgotten after seven days", async () => {
    const { store } = registry.running;
    const day = (count: number) => new Date(Date.parse(startOfTests) + count * 86_400_000).toISOString();
    expect(await forgetOldAnswers(store, day(7))).toBe(0);
    expect(await forgetOldAnswers(store, day(8))).toBeGreaterThan(0);
  });
});
