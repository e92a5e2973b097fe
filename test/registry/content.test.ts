import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditHash } from "../../registry/store/audit.ts";
import { publication, publishFirst, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("content and audit on $name", ({ start }) => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());

  it("gives content by its digest, to be kept for good, to those who may see one of its versions", async () => {
    await publishFirst(registry.admin, "local", "kept");
    const { digest } = await registry.admin.getVersion("local/kept", "1.0.0");
    const read = (token: string, headers = {}) =>
      registry.raw(`/api/v1/contents/${digest}`, { token, headers: { ...headers } });
    const answer = await read(registry.adminToken);
    expect(answer.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
    expect(await answer.json()).toMatchObject({
      digest,
      connector: "local/kept",
      files: publication({ slug: "kept", name: "kept" }).files,
    });
    expect((await read(registry.adminToken, { "if-none-match": `"${digest}"` })).status).toBe(304);
    const stranger = await registry.token({ principal: "sue", enterprise: "acme", roles: ["enterprise_admin"] });
    expect((await read(stranger)).status).toBe(404);
    // The same bytes as a connector of one's own are one's own.
    await registry.admin.publish("acme/kept", "1.0.0", {
      ...publication({ slug: "kept", name: "kept" }),
      reason: "For a test.",
    });
    expect(await (await read(stranger)).json()).toMatchObject({ connector: "acme/kept", digest });
  });

  it("exports the audit logs, whole and in order, each a chain that can be proved", async () => {
    const events = [];
    for await (const event of registry.admin.allAudit()) events.push(event);
    const chains = new Map<string, typeof events>();
    for (const event of events) chains.set(event.chain, [...(chains.get(event.chain) ?? []), event]);
    expect([...chains.keys()]).toEqual([...chains.keys()].sort());
    expect(chains.has("registry") && chains.has("local/kept")).toBe(true);
    for (const chain of chains.values()) {
      let before = "";
      for (const [index, { detail, hash, ...event }] of chain.entries()) {
        expect([event.seq, event.prev_hash]).toEqual([index + 1, before]);
        expect(auditHash({ ...event, detail: JSON.stringify(detail) })).toBe(hash);
        before = hash;
      }
    }
    const admin = await registry.client("ada", "acme", ["enterprise_admin"]);
    const own = new Set<string>();
    for await (const { chain } of admin.allAudit()) own.add(chain);
    expect([...own]).toEqual(["acme/kept"]);
  });
});
