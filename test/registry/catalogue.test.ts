import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ConnectorInfo, ConnectorQuery } from "../../core/api/types.ts";
import { publication, publishFirst, refusal, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("catalogue on $name", ({ start }) => {
  let registry: TestRegistry;
  const names = Array.from({ length: 23 }, (_, index) => `numbered-${String(index).padStart(2, "0")}`);

  beforeAll(async () => {
    registry = await start();
    for (const enterprise of ["acme", "globex"]) await registry.token({ principal: "first", enterprise, roles: [] });
    // Every third one belongs to somebody else, so that pages have gaps for those who may not see them.
    for (const [index, slug] of names.entries())
      await publishFirst(registry.admin, index % 3 === 0 ? "globex" : "acme", slug);
    const special = (slug: string, parts: object, scope: "enterprise" | "global" = "enterprise") =>
      registry.admin.publish(`local/${slug}`, "1.0.0", publication({ slug, ...parts }, { scope }));
    await special("zebra", { name: "Zebra Crossing", type: "CRM", description: "Counts 100% of_all pedestrians." });
    await special("keyed", { name: "Keyed", auth: "api_key" });
    await special("world", { name: "World Wide", operation: "list_worlds" }, "global");
  });
  afterAll(() => registry.stop());

  const slugs = async (query: ConnectorQuery) => {
    const found: string[] = [];
    for await (const { slug } of registry.admin.allConnectors(query)) found.push(slug);
    return found;
  };

  it.each([1, 2, 7, 100])("gives every connector once, in order, in pages of %i", async (limit) => {
    expect((await slugs({ q: "numbered", limit })).sort()).toEqual(names);
    const all = await slugs({ limit });
    const sorted = await slugs({ limit: 100 });
    expect(all).toEqual(sorted);
  });

  it.each([1, 2, 5, 16])("leaves no gap for those who see a part, in pages of %i", async (limit) => {
    const viewer = await registry.client("vera", "acme", ["viewer"]);
    const found: ConnectorInfo[] = [];
    let pages = 0;
    let cursor: string | undefined;
    do {
      const page = await viewer.listConnectors({ q: "numbered", limit, ...(cursor && { cursor }) });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      if (page.next_cursor) expect(page.items).toHaveLength(limit);
      found.push(...page.items);
      cursor = page.next_cursor ?? undefined;
      pages++;
    } while (cursor);
    const visible = names.filter((_, index) => index % 3 !== 0);
    expect(found.map(({ slug }) => slug)).toEqual(visible);
    expect(pages).toBe(Math.ceil(visible.length / limit));
  });

  it("links to the next page", async () => {
    let url = "/api/v1/connectors?q=numbered&limit=10&sort=updated";
    const found: string[] = [];
    for (let pages = 0; pages < 3; pages++) {
      const response = await registry.raw(url, { token: registry.adminToken });
      const { items } = (await response.json()) as { items: ConnectorInfo[] };
      found.push(...items.map(({ slug }) => slug));
      const next = /^<(.+)>; rel="next"$/.exec(response.headers.get("link") ?? "");
      if (!next) break;
      url = next[1]!;
    }
    expect(found.sort()).toEqual(names);
  });

  it.each<[ConnectorQuery, string[]]>([
    [{ q: "zebra" }, ["zebra"]],
    [{ q: "CROSSING ped" }, ["zebra"]],
    [{ q: "100%" }, ["zebra"]],
    [{ q: "of_all" }, ["zebra"]],
    [{ q: "ofXall" }, []],
    [{ q: "list_worlds" }, ["world"]],
    [{ q: "!" }, []],
    [{ q: "'; drop table connector; --" }, []],
    [{ type: "crm" }, ["zebra"]],
    [{ auth: "api_key" }, ["keyed"]],
    [{ scope: "global" }, ["world"]],
    [{ owner: "local" }, ["keyed", "world", "zebra"]],
    [{ owner: "local", scope: "enterprise", state: "published", auth: "none" }, ["zebra"]],
    [{ state: "deprecated" }, []],
    [{ state: "unpublished" }, []],
    // A part of a word, a slip of the finger, and neither.
    [{ q: "ebra" }, ["zebra"]],
    [{ q: "edestr" }, ["zebra"]],
    [{ q: "zebar" }, ["zebra"]],
    [{ q: "pedestrans" }, ["zebra"]],
    [{ q: "worlds" }, ["world"]],
    [{ q: "zzzzz" }, []],
    [{ q: "zebra nothing-like-it" }, []],
    [{ q: "the zebra" }, ["zebra"]],
    [{ q: "zébra" }, ["zebra"]],
    [{ domain: "shipment", type: "crm" }, ["zebra"]],
    [{ domain: "Customer" }, []],
    [{ q: "crossing", domain: "Shipment", scope: "enterprise" }, ["zebra"]],
    [{ used: "1" }, []],
  ])("finds by %j", async (query, expected) => {
    expect((await slugs(query)).sort()).toEqual(expected);
  });

  it("puts what is called so before what speaks of it", async () => {
    const parts = { name: "Weather", description: "Talks about turnips now and then." };
    await registry.admin.publish("local/weather", "1.0.0", publication({ slug: "weather", ...parts }));
    const other = { name: "Turnips", description: "Grows." };
    await registry.admin.publish("local/veg", "1.0.0", publication({ slug: "veg", ...other }));
    expect(await slugs({ q: "turnips" })).toEqual(["veg", "weather"]);
    expect(await slugs({ q: "turnip" })).toEqual(["veg", "weather"]);
    expect(await slugs({ q: "turnips", sort: "name" })).toEqual(["veg", "weather"]);
    for (const limit of [1, 2]) expect(await slugs({ q: "turnips", limit })).toEqual(["veg", "weather"]);
    // What a connector says no more finds it no more.
    const version = "1.0.1";
    await registry.admin.publish(
      "local/weather",
      version,
      publication({ slug: "weather", ...parts, version, description: "Talks about rain." }),
    );
    expect(await slugs({ q: "turnips" })).toEqual(["veg"]);
    expect(await slugs({ q: "rain" })).toEqual(["weather"]);
  });

  it("counts what there is of each kind, as far as the caller may see it", async () => {
    const { counts } = await registry.admin.listConnectors({ q: "numbered", counts: "1", limit: 1 });
    expect(counts).toMatchObject({
      total: 23,
      owner: [
        { value: "acme", count: 15 },
        { value: "globex", count: 8 },
      ],
      domain: [{ value: "Shipment", count: 23 }],
      state: [{ value: "published", count: 23 }],
    });
    const viewer = await registry.client("valentin", "acme", ["viewer"]);
    expect((await viewer.listConnectors({ q: "numbered", counts: "1" })).counts?.total).toBe(15);
    expect((await viewer.listConnectors({ q: "zzzzz", counts: "1" })).counts?.total).toBe(0);
    expect((await viewer.listConnectors({ state: "unpublished", counts: "1" })).counts?.total).toBe(0);
    expect(await viewer.listConnectors({ limit: 1 })).not.toHaveProperty("counts");
    const nobody = await registry.client("no-role", "acme", []);
    expect((await nobody.listConnectors({ counts: "1" })).counts?.total).toBe(0);
  });

  it("finds what the own enterprise uses", async () => {
    const connector = "local/world";
    await registry.admin.reportUsage({
      source: "catalogue",
      sequence: 1,
      connections: [{ id: "w", enterprise: "acme", connector, version: "1.0.0", state: "active" }],
      orchestrations: [{ id: "o", enterprise: "local", connector: "local/keyed", operations: ["get_parcel"] }],
    });
    const viewer = await registry.client("ute", "acme", ["viewer"]);
    expect((await viewer.listConnectors({ used: "1" })).items.map(({ slug }) => slug)).toEqual(["world"]);
    expect(await slugs({ used: "1" })).toEqual(["keyed"]);
  });

  it("refuses cursors of other lists", async () => {
    const { next_cursor: cursor } = await registry.admin.listConnectors({ q: "numbered", limit: 1 });
    for (const query of [
      { q: "numbere", cursor: cursor! },
      { sort: "updated" as const, q: "numbered", cursor: cursor! },
      { cursor: "x" },
    ])
      expect(await refusal(registry.admin.listConnectors(query))).toMatchObject({
        code: "invalid-request",
        status: 400,
      });
  });

  it("pages the audit log", async () => {
    let connector = await publishFirst(registry.admin, "local", "busy");
    for (let turn = 0; turn < 3; turn++) {
      connector = await registry.admin.deprecate(connector.id, connector.etag, {
        sunset_at: "2031-06-01",
        message: "Going.",
      });
      connector = await registry.admin.undeprecate(connector.id, connector.etag);
    }
    const seen: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await registry.admin.listAudit(connector.id, cursor ? { limit: 3, cursor } : { limit: 3 });
      seen.push(...page.items.map(({ seq }) => seq));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await refusal(registry.admin.listAudit("local/zebra", { cursor: "bm8" }))).toMatchObject({
      code: "invalid-request",
    });
  });
});
