import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditEvent, UsageReport } from "../../core/api/types.ts";
import { publication, publishFirst, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("lifecycle on $name", ({ start }) => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());

  let sequence = 0;
  const report = (parts: Partial<UsageReport>) =>
    registry.admin.reportUsage({ source: "test", sequence: sequence++, ...parts });
  const use = (connector: string, enterprise = "acme") =>
    report({ connections: [{ id: `${connector}-c1`, enterprise, connector, version: "1.0.0", state: "active" }] });

  it("takes back what was unpublished under the next number, without another change", async () => {
    registry.setNow(startOfTests);
    const slug = "comes-back";
    const { id, etag } = await publishFirst(registry.admin, "local", slug);
    await registry.admin.unpublish(id, etag);
    const again = (version: string) => registry.admin.publish(id, version, publication({ slug, name: slug, version }));
    expect(await refusal(again("1.1.1"))).toMatchObject({ code: "semver-gate" });
    expect((await again("1.0.1")).connector).toMatchObject({ state: "published", latest_version: "1.0.1" });
    expect(await refusal(again("1.0.2"))).toMatchObject({ code: "no-change" });
  });

  it("goes from published to deprecated, unpublished and published again", async () => {
    registry.setNow(startOfTests);
    let connector = await publishFirst(registry.admin, "local", "whole-life");
    const { id } = connector;
    await use(id);

    // In use and not deprecated: it cannot go.
    const early = await refusal(registry.admin.unpublish(id, connector.etag));
    expect(early).toMatchObject({
      code: "grace-period",
      status: 409,
      problem: { enterprises: 1, earliest_unpublish_at: null },
    });
    expect(early.message).toBe(
      `${id}: 1 enterprise uses it. Deprecate it first; it can be unpublished when the notice has passed.`,
    );

    expect(
      await refusal(registry.admin.deprecate(id, connector.etag, { sunset_at: "2031-03-30", message: "Too soon." })),
    ).toMatchObject({
      code: "sunset-too-early",
    });
    connector = await registry.admin.deprecate(id, connector.etag, {
      sunset_at: "2031-04-15",
      message: "Use the new one.",
    });
    expect(connector).toMatchObject({
      state: "deprecated",
      deprecation: {
        deprecated_at: startOfTests,
        sunset_at: "2031-04-15T00:00:00.000Z",
        earliest_unpublish_at: "2031-04-15T00:00:00.000Z",
        message: "Use the new one.",
        replacement: null,
      },
    });
    const response = await registry.raw(`/api/v1/connectors/${id}`, { token: registry.adminToken });
    expect(response.headers.get("deprecation")).toBe(`@${Date.parse(startOfTests) / 1000}`);
    expect(response.headers.get("sunset")).toBe("Tue, 15 Apr 2031 00:00:00 GMT");
    const version = await registry.raw(`/api/v1/connectors/${id}/versions/1.0.0/content`, {
      token: registry.adminToken,
    });
    expect(version.headers.get("sunset")).toBe("Tue, 15 Apr 2031 00:00:00 GMT");

    // Later is possible, earlier never; the notice goes on running.
    expect(
      await refusal(registry.admin.deprecate(id, connector.etag, { sunset_at: "2031-04-14", message: "Sooner." })),
    ).toMatchObject({
      code: "sunset-not-earlier",
    });
    connector = await registry.admin.deprecate(id, connector.etag, { sunset_at: "2031-04-20", message: "Later." });
    expect(connector.deprecation?.earliest_unpublish_at).toBe("2031-04-20T00:00:00.000Z");

    // Only fixes go out while it is deprecated.
    const slug = "whole-life";
    const update = (number: string, description: string, fields = ["number", "place"]) =>
      registry.admin.publish(id, number, publication({ slug, name: slug, version: number, description, fields }));
    expect(await refusal(update("1.1.0", "More.", ["number", "place", "weight"]))).toMatchObject({
      code: "invalid-state",
    });
    connector = (await update("1.0.1", "Follows parcels, now correctly.")).connector;
    expect(connector.state).toBe("deprecated");

    registry.setNow("2031-04-19T23:59:59.000Z");
    expect(await refusal(registry.admin.unpublish(id, connector.etag))).toMatchObject({
      code: "grace-period",
      problem: { earliest_unpublish_at: "2031-04-20T00:00:00.000Z" },
    });
    registry.setNow("2031-04-20T00:00:00.000Z");
    connector = await registry.admin.unpublish(id, connector.etag);
    expect(connector).toMatchObject({ state: "unpublished", deprecation: null });

    // Existing connections go on: the content is still served. The catalogue does not show it.
    expect((await registry.admin.getContent(id, "1.0.0")).files).toHaveLength(1);
    expect((await registry.admin.listConnectors({ q: "whole-life" })).items).toEqual([]);
    expect((await registry.admin.listConnectors({ q: "whole-life", state: "unpublished" })).items).toHaveLength(1);
    for (const action of [
      () => registry.admin.unpublish(id, connector.etag),
      () => registry.admin.undeprecate(id, connector.etag),
      () => registry.admin.promote(id, connector.etag),
      () => registry.admin.deprecate(id, connector.etag, { sunset_at: "2032-01-01", message: "Again." }),
    ])
      expect(await refusal(action())).toMatchObject({ code: "invalid-state", status: 409 });

    // Publishing again goes on counting; no number is used twice.
    expect(await refusal(update("1.0.1", "Another."))).toMatchObject({ code: "version-exists" });
    connector = (await update("1.0.2", "Back again.")).connector;
    expect(connector).toMatchObject({ state: "published", latest_version: "1.0.2" });

    const { items } = await registry.admin.listAudit(id);
    expect(items.map(({ action }) => action)).toEqual([
      "version.published",
      "connector.deprecated",
      "connector.deprecated",
      "version.published",
      "connector.unpublished",
      "version.published",
    ]);
    verifyChain(id, items);
    registry.setNow(startOfTests);
  });

  it("takes a deprecation back", async () => {
    const connector = await publishFirst(registry.admin, "local", "regretted");
    const deprecated = await registry.admin.deprecate(connector.id, connector.etag, {
      sunset_at: "2031-06-01",
      message: "Going.",
    });
    const back = await registry.admin.undeprecate(connector.id, deprecated.etag);
    expect(back).toMatchObject({ state: "published", deprecation: null });
    expect(await refusal(registry.admin.undeprecate(connector.id, back.etag))).toMatchObject({ code: "invalid-state" });
  });

  it("never lets a deprecation pass faster than its notice", async () => {
    const connector = await publishFirst(registry.admin, "local", "noticed");
    const request = { sunset_at: "2031-03-31", message: "Going." };
    const { deprecation } = await registry.admin.deprecate(connector.id, connector.etag, request);
    expect(deprecation?.earliest_unpublish_at).toBe("2031-03-31T12:00:00.000Z");
  });

  it("names a replacement that exists", async () => {
    const connector = await publishFirst(registry.admin, "local", "old-one");
    const request = { sunset_at: "2031-06-01", message: "Going." };
    expect(
      await refusal(
        registry.admin.deprecate(connector.id, connector.etag, { ...request, replacement: "local/new-one" }),
      ),
    ).toMatchObject({ code: "not-found" });
    expect(
      await refusal(registry.admin.deprecate(connector.id, connector.etag, { ...request, replacement: connector.id })),
    ).toMatchObject({ code: "invalid-request" });
    await publishFirst(registry.admin, "local", "new-one");
    await registry.admin.deprecate(connector.id, connector.etag, { ...request, replacement: "local/new-one" });
    const response = await registry.raw(`/api/v1/connectors/${connector.id}`, { token: registry.adminToken });
    expect(response.headers.get("link")).toBe('</api/v1/connectors/local/new-one>; rel="successor-version"');
  });

  it.each(["2031-02-30", "2031-13-01", "2031-06-01T25:00:00Z"])("refuses %s as a day", async (sunset_at) => {
    const connector =
      (await registry.admin.findConnector("local/days")) ?? (await publishFirst(registry.admin, "local", "days"));
    const error = await refusal(
      registry.admin.deprecate(connector.id, connector.etag, { sunset_at, message: "Going." }),
    );
    expect(["invalid-request", "sunset-too-early"]).toContain(error.code);
  });

  it("unpublishes at once what nobody uses", async () => {
    const connector = await publishFirst(registry.admin, "local", "unused");
    expect((await registry.admin.unpublish(connector.id, connector.etag)).state).toBe("unpublished");
  });

  it("lets a platform admin override, with a reason and the slug", async () => {
    const connector = await publishFirst(registry.admin, "local", "leaky");
    await use(connector.id);
    for (const override of [
      { force: true },
      { force: true, reason: "It leaks keys." },
      { force: true, confirm: "leaky" },
      { force: true, reason: "It leaks keys.", confirm: "leeky" },
    ])
      expect(await refusal(registry.admin.unpublish(connector.id, connector.etag, override))).toMatchObject({
        code: "override-incomplete",
      });
    await registry.admin.unpublish(connector.id, connector.etag, {
      force: true,
      reason: "It leaks keys.",
      confirm: "leaky",
    });
    const { items } = await registry.admin.listAudit(connector.id);
    expect(items.at(-1)?.detail).toMatchObject({ forced: true, reason: "It leaks keys.", enterprises: 1 });
  });

  it("promotes once, keeps the version, and refuses a slug that the global catalogue has", async () => {
    const connector = await publishFirst(registry.admin, "local", "famous");
    const promoted = await registry.admin.promote(connector.id, connector.etag, { reason: "Asked for." });
    expect(promoted).toMatchObject({ scope: "global", latest_version: "1.0.0", namespace: "local" });
    expect(await refusal(registry.admin.promote(connector.id, promoted.etag))).toMatchObject({ code: "invalid-state" });
    await registry.token({ principal: "x", enterprise: "acme", roles: ["viewer"] });
    const twin = await publishFirst(registry.admin, "acme", "famous");
    expect(await refusal(registry.admin.promote(twin.id, twin.etag))).toMatchObject({ code: "name-taken" });
  });

  it("needs the newest ETag for every lifecycle action", async () => {
    const { id, etag } = await publishFirst(registry.admin, "local", "etags");
    const path = `/api/v1/connectors/${id}`;
    const calls = [
      ["PUT", `${path}/deprecation`, { sunset_at: "2031-06-01", message: "Going." }],
      ["DELETE", `${path}/deprecation`, undefined],
      ["PUT", `${path}/publication`, { state: "unpublished" }],
      ["POST", `${path}/promotion`, {}],
    ] as const;
    for (const [method, address, body] of calls) {
      const send = (headers: Record<string, string>) =>
        registry.raw(address, {
          method,
          token: registry.adminToken,
          headers: { "content-type": "application/json", ...headers },
          ...(body && { body: JSON.stringify(body) }),
        });
      expect((await send({})).status, `${method} ${address}`).toBe(428);
      for (const old of ['"r0"', '"r99"', "*", "r1", 'W/"r1"'])
        expect((await send({ "if-match": old })).status, `${method} ${address} ${old}`).toBe(412);
    }
    // Nothing of it raised the revision.
    expect((await registry.admin.getConnector(id)).etag).toBe(etag);
  });

  it("counts who uses what, and says which numbers are example data", async () => {
    const { id } = await publishFirst(registry.admin, "local", "counted");
    registry.setNow("2031-03-31T12:00:00.000Z");
    const call = (enterprise: string, day: string, calls: number, operation = "get_parcel") => ({
      enterprise,
      connector: id,
      version: "1.0.0",
      operation,
      day,
      calls,
    });
    await report({
      connections: [
        { id: "a1", enterprise: "acme", connector: id, version: "1.0.0", state: "active" },
        { id: "a2", enterprise: "acme", connector: id, version: "1.0.0", state: "active" },
        { id: "a1", enterprise: "globex", connector: id, version: "1.0.0", state: "active" },
        { id: "g2", enterprise: "globex", connector: id, version: "1.0.0", state: "inactive" },
      ],
      orchestrations: [
        { id: "o1", enterprise: "acme", connector: id, operations: ["get_parcel", "get_parcel"] },
        { id: "o2", enterprise: "initech", connector: id, operations: ["get_parcel"] },
      ],
      calls: [
        call("acme", "2031-03-31", 5),
        call("acme", "2031-03-25", 7),
        call("acme", "2031-03-24", 11),
        call("globex", "2031-03-02", 13),
        call("globex", "2031-03-01", 17),
      ],
    });
    const usage = await registry.admin.getUsage(id);
    expect(usage).toEqual({
      connector: id,
      view: "all",
      example_data: false,
      enterprises: 3,
      enterprise_names: ["acme", "globex", "initech"],
      active_connections: 3,
      orchestrations: 2,
      calls_7_days: 12,
      calls_30_days: 36,
      by_version: [{ version: "1.0.0", enterprises: 2, active_connections: 3, calls_30_days: 36 }],
      by_operation: [{ operation: "get_parcel", orchestrations: 2, calls_30_days: 36 }],
      by_day: [
        { day: "2031-03-02", version: "1.0.0", calls: 13 },
        { day: "2031-03-24", version: "1.0.0", calls: 11 },
        { day: "2031-03-25", version: "1.0.0", calls: 7 },
        { day: "2031-03-31", version: "1.0.0", calls: 5 },
      ],
    });
    const viewer = await registry.client("vera", "acme", ["viewer"]);
    expect(await refusal(viewer.getUsage(id))).toMatchObject({ code: "not-found" });
    const { etag } = await registry.admin.getConnector(id);
    await registry.admin.promote(id, etag);
    expect(await viewer.getUsage(id)).toMatchObject({
      view: "own",
      enterprises: 1,
      enterprise_names: [],
      active_connections: 2,
      orchestrations: 1,
      calls_30_days: 23,
    });
    expect((await viewer.getConnector(id)).usage).toEqual({
      enterprises: 1,
      active_connections: 2,
      example_data: false,
    });

    await report({ example_data: true, calls: [call("globex", "2031-03-30", 1)] });
    expect((await registry.admin.getUsage(id)).example_data).toBe(true);
    await report({
      example_data: true,
      connections: [{ id: "g9", enterprise: "globex", connector: id, version: "1.0.0", state: "active" }],
    });
    expect((await registry.admin.getConnector(id)).usage.example_data).toBe(true);
    // Usage is no change of the connector.
    expect((await registry.admin.listAudit(id)).items).toHaveLength(2);
    registry.setNow(startOfTests);
  });

  it("counts a usage report once", async () => {
    const { id } = await publishFirst(registry.admin, "local", "once");
    const calls = [
      { enterprise: "acme", connector: id, version: "1.0.0", operation: "get_parcel", day: "2031-03-01", calls: 3 },
    ];
    const same = { source: "runtime-1", sequence: 7, calls };
    expect(await registry.admin.reportUsage(same)).toEqual({
      source: "runtime-1",
      sequence: 7,
      accepted: true,
      refused: [],
    });
    expect(await registry.admin.reportUsage(same)).toMatchObject({ accepted: false });
    expect((await registry.admin.getUsage(id)).calls_30_days).toBe(3);
    expect(await refusal(registry.admin.reportUsage({ ...same, calls: [] }))).toMatchObject({
      code: "idempotency-key-reused",
    });
    const unknown = {
      source: "runtime-1",
      sequence: 8,
      calls: [...calls, { ...calls[0]!, connector: "local/nothing" }],
    };
    expect((await refusal(registry.admin.reportUsage(unknown))).problem?.errors?.[0]?.pointer).toBe(
      "/calls/1/connector",
    );
    // Nothing of a refused report was kept.
    expect((await registry.admin.getUsage(id)).calls_30_days).toBe(3);
  });
});

/** Computes the chain of hashes anew, from what the API shows alone. */
function verifyChain(chain: string, events: readonly AuditEvent[]): void {
  let previous = "";
  for (const [index, { seq, at, actor, action, detail, prev_hash, hash }] of events.entries()) {
    expect(seq).toBe(index + 1);
    expect(prev_hash).toBe(previous);
    const text = JSON.stringify([chain, seq, at, actor, action, JSON.stringify(detail), prev_hash]);
    expect(hash).toBe(createHash("sha256").update(text).digest("hex"));
    previous = hash;
  }
}
