import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegistryClient } from "../../core/api/client.ts";
import { definition, publication, publishFirst, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

const file = (text: string) => ({ files: [{ path: "connector.connector.yaml", text }] });

describe.each(stores)("working copies on $name", ({ start }) => {
  let registry: TestRegistry;
  let creator: RegistryClient;
  let other: RegistryClient;
  let count = 0;
  let slug = "";
  let id = "";

  beforeAll(async () => {
    registry = await start();
    creator = await registry.client("carla", "acme", ["creator"]);
    other = await registry.client("cem", "acme", ["creator", "enterprise_admin"]);
  });
  afterAll(() => registry.stop());
  beforeEach(() => {
    registry.setNow(startOfTests);
    slug = `draft-${count++}`;
    id = `acme/${slug}`;
  });

  it("keeps what its author sends, finished or not, and says what is missing", async () => {
    const half = await creator.putDraft(id, file("format_version: 1\noverview:\n  name: Half\n  slug: "));
    expect(half.findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(half).toMatchObject({ connector: id, principal: "carla", baseline: null, scope: "enterprise" });
    const whole = await creator.putDraft(id, file(definition({ slug })), half.etag);
    expect(whole.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(whole.created_at).toBe(startOfTests);
    const { content } = await creator.getDraft(id);
    expect(content).toEqual([{ path: "connector.connector.yaml", text: definition({ slug }) }]);
  });

  it("compares with what is published", async () => {
    await publishFirst(registry.admin, "acme", slug);
    const draft = await creator.putDraft(id, file(definition({ slug, name: slug, fields: ["number"] })));
    expect(draft).toMatchObject({ baseline: "1.0.0", required_bump: "major" });
    expect(draft.changes.map(({ bump }) => bump)).toContain("major");
  });

  it("is in the list of its author, the newest first, and in nobody else's", async () => {
    const author = await registry.client(`lister-${slug}`, "acme", ["creator"]);
    const namesake = await registry.client(`lister-${slug}`, "globex", ["creator"]);
    const first = await author.putDraft(id, file("format_version: 1\n"));
    registry.setNow("2031-03-02T12:00:00.000Z");
    const second = await author.putDraft(`${id}-b`, file("format_version: 1\n"));
    const all = async (client: RegistryClient) => {
      const found = [];
      for await (const each of client.allDrafts()) found.push(each);
      return found;
    };
    expect((await all(author)).map(({ connector, etag }) => [connector, etag])).toEqual([
      [`${id}-b`, second.etag],
      [id, first.etag],
    ]);
    expect(await all(namesake)).toEqual([]);
    expect(await all(registry.admin)).toEqual([]);
  });

  it("is seen by its author and by platform administrators only", async () => {
    await creator.putDraft(id, file(definition({ slug })));
    expect(await refusal(other.getDraft(id))).toMatchObject({ code: "not-found", status: 404 });
    expect(await refusal(other.getDraft(id, { principal: "carla" }))).toMatchObject({ code: "not-found" });
    expect((await registry.admin.getDraft(id)).principal).toBe("carla");
    // Each has their own.
    await other.putDraft(id, file(definition({ slug, name: "Other" })));
    expect((await other.getDraft(id)).principal).toBe("cem");
    expect((await creator.getDraft(id)).content[0]?.text).toBe(definition({ slug }));
    expect((await registry.admin.getDraft(id, { principal: "cem" })).principal).toBe("cem");
  });

  it("is not overwritten by who has not seen the newest one", async () => {
    const one = await creator.putDraft(id, file(definition({ slug })));
    expect(await refusal(creator.putDraft(id, file("x: 1")))).toMatchObject({ code: "precondition-required" });
    const two = await creator.putDraft(id, file(definition({ slug, name: "Two" })), one.etag);
    expect(await refusal(creator.putDraft(id, file("x: 1"), one.etag))).toMatchObject({ code: "precondition-failed" });
    expect(await refusal(creator.deleteDraft(id, one.etag))).toMatchObject({ code: "precondition-failed" });
    await creator.deleteDraft(id, two.etag);
    expect(await refusal(creator.getDraft(id))).toMatchObject({ code: "not-found" });
    expect(await refusal(creator.putDraft(id, file("x: 1"), two.etag))).toMatchObject({ code: "precondition-failed" });
  });

  it("leaves no bytes behind that nothing else uses", async () => {
    const shared = publication({ slug, name: slug });
    await other.publish(id, "1.0.0", shared);
    const kept = await creator.putDraft(id, { files: shared.files });
    const changed = await creator.putDraft(id, file(definition({ slug, name: "Only here" })), kept.etag);
    await creator.deleteDraft(id, changed.etag);
    const unused = await registry.running.store.read((tx) =>
      tx.all(
        `select digest from blob where digest not in (select digest from version_file)
         and digest not in (select digest from draft_file) and digest not in (select digest from review_file)`,
      ),
    );
    expect(unused).toEqual([]);
    expect((await other.getContent(id, "1.0.0")).files).toEqual(shared.files);
  });
});
