import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RegistryError } from "../../core/api/problems.ts";
import { patience, rounds, tell } from "../support/faults.ts";
import { definition, publication, publishFirst, stores, type TestRegistry } from "./support.ts";

/** How each promise ended: its value, or the code of its refusal. */
async function outcomes(promises: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(promises);
  return settled
    .map((each) => {
      if (each.status === "fulfilled") return "done";
      if (each.reason instanceof RegistryError) return each.reason.code;
      throw each.reason;
    })
    .sort();
}

describe.each(stores)("races on $name", ({ name, start }) => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());

  const put = async (slug: string, version: string, text: string) => {
    const response = await registry.raw(`/api/v1/connectors/local/${slug}/versions/${version}`, {
      method: "PUT",
      token: registry.adminToken,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ files: [{ path: "c.connector.yaml", text }], notes: "Raced." }),
    });
    await response.text();
    return response.status;
  };

  it(
    "publishes one version once, with the same bytes and with others",
    async () => {
      const count = rounds(20, 1000);
      for (let round = 0; round < count; round++) {
        const slug = `raced-${round}`;
        const texts = Array.from(
          { length: 8 },
          (_, index) => `${definition({ slug })}# ${index % 2 === 0 ? "same" : index}\n`,
        );
        const statuses = await Promise.all(texts.map((text) => put(slug, "1.0.0", text)));
        expect(statuses.filter((status) => status === 201)).toHaveLength(1);
        expect(
          statuses.every((status) => [200, 201, 409].includes(status)),
          statuses.join(),
        ).toBe(true);
        const winner = statuses.indexOf(201);
        // Whoever sent the bytes of the winner hears 200, everybody else 409.
        expect(statuses).toEqual(
          texts.map((text, index) => (index === winner ? 201 : text === texts[winner] ? 200 : 409)),
        );
        expect((await registry.admin.getContent(`local/${slug}`, "1.0.0")).files[0]?.text).toBe(texts[winner]);
        expect((await registry.admin.listAudit(`local/${slug}`)).items).toHaveLength(1);
      }
      tell(`races on ${name}: ${count} rounds of 8 publications of one version, exactly one winner each`);
    },
    patience(60_000),
  );

  it("gives one of two numbers that follow the same version", async () => {
    for (let round = 0; round < 10; round++) {
      const slug = `forked-${round}`;
      await put(slug, "1.0.0", definition({ slug }));
      const statuses = await Promise.all([
        put(slug, "1.0.1", definition({ slug, version: "1.0.1", description: "Some other words." })),
        put(slug, "1.1.0", definition({ slug, version: "1.1.0", fields: ["number", "place", "weight"] })),
      ]);
      const { items } = await registry.admin.listVersions(`local/${slug}`);
      const numbers = items.map(({ version }) => version);
      // 1.1.0 may come after 1.0.1, but never the other way round.
      expect([
        ["1.1.0", "1.0.0"],
        ["1.1.0", "1.0.1", "1.0.0"],
      ]).toContainEqual(numbers);
      expect(statuses[1]).toBe(201);
    }
  });

  it(
    "lets one of two lifecycle actions with the same ETag through",
    async () => {
      const count = rounds(20, 1000);
      for (let round = 0; round < count; round++) {
        const { id, etag } = await publishFirst(registry.admin, "local", `paired-${round}`);
        const sunset = { sunset_at: "2031-06-01", message: "Going." };
        const pairs = [
          () => [registry.admin.deprecate(id, etag, sunset), registry.admin.promote(id, etag)],
          () => [registry.admin.unpublish(id, etag), registry.admin.deprecate(id, etag, sunset)],
          () => [registry.admin.unpublish(id, etag), registry.admin.promote(id, etag)],
          () => [registry.admin.deprecate(id, etag, sunset), registry.admin.deprecate(id, etag, sunset)],
        ];
        expect(await outcomes(pairs[round % pairs.length]!())).toEqual(["done", "precondition-failed"]);
        expect((await registry.admin.listAudit(id)).items).toHaveLength(2);
      }
      tell(`races on ${name}: ${count} pairs of deprecate, promote and unpublish with one ETag, exactly one done each`);
    },
    patience(60_000),
  );

  it(
    "leaves one history of publishing against unpublishing",
    async () => {
      const count = rounds(20, 1000);
      for (let round = 0; round < count; round++) {
        const slug = `torn-${round}`;
        const { id, etag } = await publishFirst(registry.admin, "local", slug);
        const next = publication({ slug, name: slug, version: "1.0.1", description: "Some other words." });
        const ends = await outcomes([registry.admin.unpublish(id, etag), registry.admin.publish(id, "1.0.1", next)]);
        const after = await registry.admin.getConnector(id);
        // Publishing always succeeds; unpublishing only if it came first, and then the connector is back.
        expect(["done,done", "done,precondition-failed"]).toContain(ends.join());
        expect(after).toMatchObject({ state: "published", latest_version: "1.0.1" });
        expect((await registry.admin.listAudit(id)).items.map(({ seq }) => seq)).toEqual(
          ends.join() === "done,done" ? [1, 2, 3] : [1, 2],
        );
      }
      tell(`races on ${name}: ${count} times publish against unpublish, one history each`);
    },
    patience(60_000),
  );

  it(
    "decides a request once, whoever approves, rejects or withdraws it",
    async () => {
      const asker = await registry.client("asker", "acme", ["enterprise_admin"]);
      const decider = await registry.client("decider", "acme", ["enterprise_admin"]);
      const count = rounds(20, 1000);
      const outcomesSeen = new Map<string, number>();
      for (let round = 0; round < count; round++) {
        const slug = `decided-${round}`;
        const id = `acme/${slug}`;
        const request = publication({ slug, name: slug });
        const { id: review, etag } = await asker.requestReview(id, {
          kind: "publication",
          version: "1.0.0",
          ...request,
        });
        const ends = await outcomes([
          decider.decideReview(review, etag, { decision: "approve" }),
          registry.admin.decideReview(review, etag, { decision: "reject", reason: "No." }),
          asker.withdrawReview(review, etag),
        ]);
        expect(ends).toEqual(["done", "precondition-failed", "precondition-failed"]);
        const { state } = await asker.getReview(review);
        outcomesSeen.set(state, (outcomesSeen.get(state) ?? 0) + 1);
        expect((await registry.admin.findConnector(id)) !== undefined).toBe(state === "approved");
        const events = await registry.running.store.read((tx) =>
          tx.all<{ action: string }>("select action from audit_event where chain = ? order by seq", id),
        );
        expect(events.map(({ action }) => action)).toEqual([
          "review.requested",
          ...(state === "approved" ? ["version.published"] : []),
          state === "withdrawn" ? "review.withdrawn" : "review.decided",
        ]);
      }
      const seen = [...outcomesSeen].map(([state, number]) => `${number} ${state}`).join(", ");
      tell(`races on ${name}: ${count} times approve against reject against withdraw, one outcome each (${seen})`);
    },
    patience(60_000),
  );

  it(
    "answers one creating request that is sent five times at once",
    async () => {
      const count = rounds(20, 1000);
      for (let round = 0; round < count; round++) {
        const key = `race-${round}-${"x".repeat(16)}`;
        const answers = await Promise.all(
          Array.from({ length: 5 }, async () => {
            const response = await registry.raw("/api/v1/tokens", {
              method: "POST",
              token: registry.adminToken,
              headers: { "content-type": "application/json", "idempotency-key": key },
              body: JSON.stringify({ principal: `p-${round}`, enterprise: "acme", roles: [] }),
            });
            return (await response.json()) as { id: string; token: string };
          }),
        );
        expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
      }
      const made = await registry.running.store.read((tx) =>
        tx.all("select id from api_token where principal like 'p-%' and enterprise = 'acme'"),
      );
      expect(made).toHaveLength(count);
      tell(`races on ${name}: ${count} times one creating request five times at once, one token each`);
    },
    patience(60_000),
  );

  it("promotes one of two connectors with the same slug", async () => {
    await registry.token({ principal: "x", enterprise: "acme", roles: [] });
    for (let round = 0; round < 5; round++) {
      const slug = `twins-${round}`;
      const [one, two] = [
        await publishFirst(registry.admin, "local", slug),
        await publishFirst(registry.admin, "acme", slug),
      ];
      expect(
        await outcomes([registry.admin.promote(one.id, one.etag), registry.admin.promote(two.id, two.etag)]),
      ).toEqual(["done", "name-taken"]);
    }
  });

  it("counts a report that arrives five times at once", async () => {
    const { id } = await publishFirst(registry.admin, "local", "reported");
    const calls = [
      { enterprise: "acme", connector: id, version: "1.0.0", operation: "get_parcel", day: "2031-03-01", calls: 3 },
    ];
    const receipts = await Promise.all(
      Array.from({ length: 5 }, () => registry.admin.reportUsage({ source: "race", sequence: 1, calls })),
    );
    expect(receipts.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect((await registry.admin.getUsage(id)).calls_30_days).toBe(3);
  });
});
