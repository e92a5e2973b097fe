import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegistryClient } from "../../core/api/client.ts";
import type { ReviewRequest } from "../../core/api/review-types.ts";
import { definition, publication, publishFirst, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("requests on $name", ({ start }) => {
  let registry: TestRegistry;
  let creator: RegistryClient;
  let enterpriseAdmin: RegistryClient;
  let otherAdmin: RegistryClient;
  let count = 0;
  let slug = "";
  let id = "";
  const first = (parts = {}): ReviewRequest => ({
    kind: "publication",
    version: "1.0.0",
    ...publication({ slug, name: slug, ...parts }),
  });

  beforeAll(async () => {
    registry = await start();
    creator = await registry.client("carla", "acme", ["creator"]);
    enterpriseAdmin = await registry.client("ed", "acme", ["enterprise_admin"]);
    otherAdmin = await registry.client("olga", "acme", ["enterprise_admin"]);
  });
  afterAll(() => registry.stop());
  beforeEach(() => {
    registry.setNow(startOfTests);
    slug = `asked-${count++}`;
    id = `acme/${slug}`;
  });

  it("publishes what was asked for, in the name of who asked", async () => {
    const asked = await creator.requestReview(id, { ...first(), message: "The first one." });
    expect(asked).toMatchObject({
      connector: id,
      kind: "publication",
      state: "pending",
      scope: "enterprise",
      version: "1.0.0",
      message: "The first one.",
      requested_by: "carla",
      requested_at: startOfTests,
      decided_by: null,
      may_decide: false,
      may_withdraw: true,
      verdict: { baseline: null, changes: [] },
      files: [{ path: "connector.connector.yaml" }],
    });
    // Nothing is published by a request.
    expect(await refusal(enterpriseAdmin.getConnector(id))).toMatchObject({ code: "not-found" });
    const waiting = await enterpriseAdmin.listReviews({ view: "decide" });
    expect(waiting.items.find((one) => one.id === asked.id)).toMatchObject({ may_decide: true });
    expect((await creator.listReviews({ view: "decide" })).items).toEqual([]);
    expect((await creator.listReviews({ view: "mine" })).items.map((one) => one.id)).toContain(asked.id);
    const { files } = await enterpriseAdmin.getReviewContent(asked.id);
    expect(files[0]?.text).toBe(definition({ slug, name: slug }));

    const decided = await enterpriseAdmin.decideReview(asked.id, asked.etag, { decision: "approve" });
    expect(decided).toMatchObject({ state: "approved", decided_by: "ed", reason: null, may_decide: false });
    const version = await creator.getVersion(id, "1.0.0");
    expect(version).toMatchObject({ published_by: "carla", digest: asked.digest });
    expect(await creator.getConnector(id)).toMatchObject({ created_by: "carla", scope: "enterprise" });
    const { items } = await enterpriseAdmin.listAudit(id);
    expect(items.map(({ action, actor }) => `${action} ${actor}`)).toEqual([
      "review.requested carla@acme",
      "version.published ed@acme",
      "review.decided ed@acme",
    ]);
    expect(items[1]?.detail).toMatchObject({ review: asked.id, requested_by: "carla" });
  });

  it("rejects with a reason, and can be asked for again", async () => {
    const asked = await creator.requestReview(id, first());
    for (const reason of [undefined, "  "])
      expect(
        await refusal(
          enterpriseAdmin.decideReview(asked.id, asked.etag, { decision: "reject", ...(reason && { reason }) }),
        ),
      ).toMatchObject({ code: "invalid-request", message: expect.stringContaining("Say why") });
    const rejected = await enterpriseAdmin.decideReview(asked.id, asked.etag, {
      decision: "reject",
      reason: "Name the unit of the weight.",
    });
    expect(rejected).toMatchObject({ state: "rejected", reason: "Name the unit of the weight." });
    expect(await refusal(creator.getConnector(id))).toMatchObject({ code: "not-found" });
    const again = await creator.requestReview(id, first());
    expect(again.id).not.toBe(asked.id);
    expect((await creator.listConnectorReviews(id, { state: "any" })).items.map((one) => one.state)).toEqual(
      expect.arrayContaining(["pending", "rejected"]),
    );
  });

  it("lets nobody decide their own request, and nobody decide twice", async () => {
    const asked = await enterpriseAdmin.requestReview(id, first());
    const own = await refusal(enterpriseAdmin.decideReview(asked.id, asked.etag, { decision: "approve" }));
    expect(own).toMatchObject({ code: "forbidden", message: expect.stringContaining("nobody decides their own") });
    await otherAdmin.decideReview(asked.id, asked.etag, { decision: "approve" });
    expect(
      await refusal(registry.admin.decideReview(asked.id, asked.etag, { decision: "reject", reason: "No." })),
    ).toMatchObject({ code: "precondition-failed" });
    const { etag } = await otherAdmin.getReview(asked.id);
    expect(
      await refusal(registry.admin.decideReview(asked.id, etag, { decision: "reject", reason: "No." })),
    ).toMatchObject({ code: "invalid-state", message: expect.stringContaining("was approved by olga") });
  });

  it("can be withdrawn, by who asked or an administrator of the enterprise", async () => {
    const asked = await creator.requestReview(id, first());
    expect(await refusal(registry.admin.withdrawReview(asked.id, asked.etag))).toMatchObject({ code: "forbidden" });
    expect(await creator.withdrawReview(asked.id, asked.etag)).toMatchObject({
      state: "withdrawn",
      decided_by: "carla",
    });
    const again = await creator.requestReview(id, first());
    expect((await enterpriseAdmin.withdrawReview(again.id, again.etag)).state).toBe("withdrawn");
  });

  it("has one request at a time; the same one again is that one", async () => {
    const asked = await creator.requestReview(id, first());
    expect((await creator.requestReview(id, first())).id).toBe(asked.id);
    expect(await refusal(creator.requestReview(id, first({ description: "Another text for it." })))).toMatchObject({
      code: "review-pending",
      status: 409,
      message: expect.stringContaining("carla asked for the publication"),
    });
    expect(await refusal(enterpriseAdmin.requestReview(id, first()))).toMatchObject({ code: "review-pending" });
  });

  it("is judged when it is made, and again when it is approved", async () => {
    expect(await refusal(creator.requestReview(id, { ...first(), version: "1.0.1" }))).toMatchObject({
      code: "validation-failed",
    });
    expect(await refusal(creator.requestReview(id, first({ responseSchema: false })))).toMatchObject({
      code: "validation-failed",
    });
    await enterpriseAdmin.publish(id, "1.0.0", publication({ slug, name: slug }));
    const minor = { version: "1.1.0", fields: ["number", "place", "weight"] };
    const asked = await creator.requestReview(id, { ...first(minor), version: "1.1.0" });
    expect(asked).toMatchObject({ bump: "minor", required_bump: "minor", verdict: { baseline: "1.0.0" } });
    // Somebody publishes something else in the meantime.
    await enterpriseAdmin.publish(
      id,
      "1.0.1",
      publication({ slug, name: slug, version: "1.0.1", description: "Follows parcels from door to door." }),
    );
    await enterpriseAdmin.decideReview(asked.id, asked.etag, { decision: "approve" });
    expect((await creator.getConnector(id)).latest_version).toBe("1.1.0");

    const late = await creator.requestReview(id, {
      ...first({ version: "1.1.1", fields: ["number", "place", "weight"], description: "Says more." }),
      version: "1.1.1",
    });
    await enterpriseAdmin.publish(
      id,
      "1.2.0",
      publication({ slug, name: slug, version: "1.2.0", fields: ["number", "place", "weight", "size"] }),
    );
    expect(await refusal(enterpriseAdmin.decideReview(late.id, late.etag, { decision: "approve" }))).toMatchObject({
      code: "semver-gate",
    });
    // A refused approval leaves the request as it was.
    expect(await creator.getReview(late.id)).toMatchObject({ state: "pending", etag: late.etag });
  });

  it("promotes what was looked at, and not what came after it", async () => {
    await enterpriseAdmin.publish(id, "1.0.0", publication({ slug, name: slug }));
    const asked = await enterpriseAdmin.requestReview(id, { kind: "promotion", message: "Others want it, too." });
    expect(asked).toMatchObject({ kind: "promotion", scope: "global", version: "1.0.0" });
    const { files } = await registry.admin.getReviewContent(asked.id);
    expect(files[0]?.text).toBe(definition({ slug, name: slug }));
    await enterpriseAdmin.publish(
      id,
      "1.0.1",
      publication({ slug, name: slug, version: "1.0.1", description: "Other words for the same." }),
    );
    expect(await refusal(registry.admin.decideReview(asked.id, asked.etag, { decision: "approve" }))).toMatchObject({
      code: "invalid-state",
      message: expect.stringContaining("1.0.1 was published since"),
    });
    await registry.admin.decideReview(asked.id, asked.etag, { decision: "reject", reason: "There is a newer one." });
    const again = await enterpriseAdmin.requestReview(id, { kind: "promotion" });
    await registry.admin.decideReview(again.id, again.etag, { decision: "approve" });
    expect(await creator.getConnector(id)).toMatchObject({ scope: "global", latest_version: "1.0.1", owner: "acme" });
    expect(await refusal(enterpriseAdmin.requestReview(id, { kind: "promotion" }))).toMatchObject({
      code: "invalid-state",
    });
  });

  it("asks for a version or for none, by its kind", async () => {
    const { version, ...none } = first();
    expect(version).toBe("1.0.0");
    expect(await refusal(creator.requestReview(id, none))).toMatchObject({
      code: "invalid-request",
      message: expect.stringContaining("needs the version"),
    });
    expect(await refusal(enterpriseAdmin.requestReview(id, { kind: "promotion", version: "1.0.0" }))).toMatchObject({
      code: "invalid-request",
    });
    expect(await refusal(enterpriseAdmin.requestReview(id, { kind: "promotion" }))).toMatchObject({
      code: "invalid-state",
      message: expect.stringContaining("is not published yet"),
    });
  });

  it("is told in the outbox", async () => {
    const asked = await creator.requestReview(id, first());
    await enterpriseAdmin.decideReview(asked.id, asked.etag, { decision: "reject", reason: "Not yet." });
    const rows = await registry.running.store.read((tx) =>
      tx.all<{ topic: string; payload: string }>("select topic, payload from outbox order by created_at, id"),
    );
    const mine = rows.filter(({ payload }) => JSON.parse(payload).connector === id);
    expect(mine.map(({ topic }) => topic).sort()).toEqual(["review.decided", "review.requested"]);
  });

  it("shows pages of requests in a stable order", async () => {
    const admin = await registry.client("paul", "acme", ["enterprise_admin"]);
    for (let index = 0; index < 5; index++) {
      registry.setNow(new Date(Date.parse(startOfTests) + index * 1000).toISOString());
      slug = `paged-${index}`;
      await creator.requestReview(`acme/${slug}`, first());
    }
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await admin.listReviews({ limit: 2, ...(cursor && { cursor }) });
      all.push(...page.items.map(({ connector }) => connector));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(all.filter((one) => one.startsWith("acme/paged-"))).toEqual(
      [4, 3, 2, 1, 0].map((index) => `acme/paged-${index}`),
    );
    expect(new Set(all).size).toBe(all.length);
  });

  it("a first version waits although a global one takes its slug meanwhile, and is then refused", async () => {
    const asked = await enterpriseAdmin.requestReview(id, { ...first(), scope: "global" });
    await publishFirst(registry.admin, "local", slug, "global");
    expect(await refusal(registry.admin.decideReview(asked.id, asked.etag, { decision: "approve" }))).toMatchObject({
      code: "name-taken",
    });
  });
});
