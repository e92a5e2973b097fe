import { describe, expect, it } from "vitest";
import { defaultLimits, RateLimits, readLimits } from "../../registry/limits.ts";
import { publication, refusal, startTest } from "./support.ts";

describe("counting", () => {
  it("takes a burst, then as many as come back each minute", () => {
    let now = 0;
    const rates = new RateLimits({ ...defaultLimits, reads: { burst: 3, perMinute: 60 } }, () => now);
    const take = () => rates.take("reads", "dana@harbour")["ratelimit-remaining"];
    expect([take(), take(), take()]).toEqual(["2", "1", "0"]);
    expect(take).toThrow("Too many requests: 60 a minute are taken. Try again in 1 second.");
    now += 999;
    expect(take).toThrow();
    now += 2;
    expect(take()).toBe("0");
    now += 60_000;
    expect(take(), "never more than the burst").toBe("2");
    expect(rates.take("reads", "robin@harbour")["ratelimit-remaining"], "everybody has their own").toBe("2");
  });
  it("does not grow with names that somebody makes up", () => {
    const rates = new RateLimits(defaultLimits, () => 0);
    for (let i = 0; i < 25_000; i++) rates.take("wrongTokens", `10.0.0.${i}`);
    expect((rates as unknown as { buckets: Map<string, object> }).buckets.size).toBeLessThanOrEqual(10_000);
  });
  it.each([
    [undefined, defaultLimits],
    ["off", undefined],
    ["reads=5/10", { ...defaultLimits, reads: { burst: 5, perMinute: 10 } }],
    ["reads = 5", expect.stringContaining('cannot be read at "reads = 5"')],
    ["writes=1/1", expect.stringContaining("known are reads, publications")],
    ["reads=0/1", expect.stringContaining("cannot be read")],
  ])("reads %s", (text, limits) => {
    expect(readLimits(text)).toEqual(limits);
  });
});

describe("over HTTP", () => {
  it("publications are counted apart from reading, and the answer says when it may go on", async () => {
    const registry = await startTest(undefined, undefined, {
      ...defaultLimits,
      publications: { burst: 2, perMinute: 6 },
    });
    try {
      for (const slug of ["one", "two"])
        await registry.admin.publish(`local/${slug}`, "1.0.0", publication({ slug, name: slug }));
      const third = publication({ slug: "three", name: "three" });
      const refused = await refusal(registry.admin.publish("local/three", "1.0.0", third));
      expect(refused).toMatchObject({ code: "rate-limited", status: 429, problem: { retry_after: 10 } });
      expect(refused.message).toBe("Too many publications: 6 a minute are taken. Try again in 10 seconds.");
      const read = await registry.raw("/api/v1/connectors", { token: registry.adminToken });
      expect(read.status).toBe(200);
      expect(read.headers.get("ratelimit-limit")).toBe("200");
      expect(Number(read.headers.get("ratelimit-remaining"))).toBeLessThan(200);
      const again = await registry.raw("/api/v1/connectors/local/three/versions/1.0.0", {
        method: "PUT",
        token: registry.adminToken,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(third),
      });
      expect([again.status, again.headers.get("retry-after")]).toEqual([429, "10"]);
    } finally {
      await registry.stop();
    }
  });
  it("whoever has no token, or one that has ended, does not guess", async () => {
    const limits = { ...defaultLimits, wrongTokens: { burst: 2, perMinute: 1 } };
    const registry = await startTest(undefined, undefined, limits);
    try {
      const { id, token } = await registry.admin.createToken({ principal: "x", enterprise: "acme", roles: [] });
      const expires_at = "2031-03-01T12:00:01.000Z";
      const brief = await registry.token({ principal: "y", enterprise: "acme", roles: [], expires_at });
      await registry.admin.revokeToken(id);
      registry.setNow("2031-03-01T13:00:00.000Z");
      for (let i = 0; i < 3; i++)
        for (const each of [undefined, token, brief])
          expect((await registry.raw("/api/v1/whoami", { token: each })).status).toBe(401);
      expect((await registry.admin.whoami()).principal).toBe("admin");
    } finally {
      await registry.stop();
    }
  });
  it("whoever guesses tokens is kept from guessing on, and says nothing about the right one", async () => {
    const registry = await startTest(undefined, undefined, {
      ...defaultLimits,
      wrongTokens: { burst: 3, perMinute: 1 },
    });
    try {
      const guess = (token: string) => registry.raw("/api/v1/whoami", { token });
      const wrong = `cxr_00000000_${"x".repeat(43)}`;
      expect([await guess(wrong), await guess(wrong), await guess("nonsense")].map(({ status }) => status)).toEqual([
        401, 401, 401,
      ]);
      expect((await guess(wrong)).status).toBe(429);
      expect((await guess(registry.adminToken)).status, "from the same address").toBe(429);
      expect((await registry.raw("/healthz")).status).toBe(200);
    } finally {
      await registry.stop();
    }
  });
});
