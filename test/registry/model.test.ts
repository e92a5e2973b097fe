import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RegistryClient } from "../../core/api/client.ts";
import { RegistryError } from "../../core/api/problems.ts";
import type { Role } from "../../core/lifecycle/authority.ts";
import { verifyStore } from "../../registry/admin/verify.ts";
import { patience, rounds, tell } from "../support/faults.ts";
import {
  type Command,
  emptyModel,
  type Intent,
  intentOf,
  type Model,
  type Outcome,
  type Person,
  people,
  step,
} from "./model/model.ts";
import { definition, startOfTests, stores, type TestRegistry } from "./support.ts";

const who = fc.constantFrom(...(Object.keys(people) as Person[]));
/** Those who may do much come up more often, so that histories get somewhere. */
const mostly = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<Person>("admin", "platform", "other_admin") },
  { weight: 1, arbitrary: who },
);
const how = fc.constantFrom(
  "patch",
  "patch",
  "minor",
  "minor",
  "major",
  "too-small",
  "skip",
  "same",
  "other-bytes" as const,
);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant("publish" as const),
      who: mostly,
      how,
      dry: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
    }) as fc.Arbitrary<Command>,
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("deprecate" as const), who: mostly, days: fc.constantFrom(10, 30, 30, 45) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undeprecate" as const), who: mostly }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("unpublish" as const), who: mostly, force: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("promote" as const), who: mostly }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("request" as const),
      who,
      kind: fc.constantFrom("publication", "publication", "promotion" as const),
    }) as fc.Arbitrary<Command>,
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("decide" as const), who: mostly, approve: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("withdraw" as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("draft" as const), who, remove: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("connect" as const),
      enterprise: fc.constantFrom("acme", "globex", "initech" as const),
      active: fc.boolean(),
    }) as fc.Arbitrary<Command>,
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("tick" as const), days: fc.constantFrom(1, 29, 31) }) },
);

const fieldNames = Array.from({ length: 40 }, (_, index) => `field_${index}`);
const guide = `## get_parcel\n\n${fieldNames.map((name) => `Do without the output \`${name}\`.`).join("\n")}`;

describe.each(stores)("any history on $name", ({ name, start }) => {
  let registry: TestRegistry;
  const clients = new Map<Person, RegistryClient>();
  let runtime: RegistryClient;
  let count = 0;

  beforeAll(async () => {
    registry = await start();
    for (const [person, { enterprise, roles }] of Object.entries(people))
      clients.set(person as Person, await registry.client(person, enterprise, roles as unknown as Role[]));
    runtime = await registry.client("runtime", "platform", [], ["usage:write"]);
  });
  afterAll(() => registry.stop());

  it(
    "goes as it should, by every command and role",
    async () => {
      const histories = name === "sqlite" ? rounds(40, 1100) : rounds(12, 120);
      const outcomes = new Map<Outcome, number>();
      let steps = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 40 }), async (commands) => {
          const history = new History(`model-${count++}`);
          const model = emptyModel();
          for (const [index, each] of commands.entries()) {
            const before = structuredClone(model);
            const expected = step(model, each, (intent) => history.text(intent));
            const actual = await history.run(each, before);
            const told = `${index}: ${JSON.stringify(each)} on ${before.state} ${before.scope} ${before.versions.at(-1)?.number}`;
            expect(actual, told).toBe(expected);
            outcomes.set(actual, (outcomes.get(actual) ?? 0) + 1);
            steps++;
          }
          await history.compare(model);
        }),
        { numRuns: histories },
      );
      const { problems } = await verifyStore(registry.running.store);
      expect(problems).toEqual([]);
      const seen = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, number]) => `${outcome} ${number}`);
      tell(`model on ${name}: ${histories} histories, ${steps} steps, all as predicted (${seen.join(", ")})`);
    },
    patience(120_000),
  );

  /** One connector, and what the registry does to it. */
  class History {
    readonly id: string;
    readonly slug: string;
    private review: { id: string; etag: string } | undefined;
    private readonly drafts = new Map<Person, string>();
    constructor(slug: string) {
      this.slug = slug;
      this.id = `acme/${slug}`;
    }

    text({ number, fields, words }: Intent): string {
      return definition({
        slug: this.slug,
        name: this.slug,
        version: number,
        fields: fieldNames.slice(0, fields),
        description: `Says it in ${words} ways.`,
      });
    }

    /** Does a command, and gives `done`, `nothing` where nothing had to be done, or the code of the refusal. */
    async run(command: Command, before: Model): Promise<Outcome> {
      const { day } = before;
      registry.setNow(new Date(Date.parse(startOfTests) + day * 86_400_000).toISOString());
      try {
        return await this.perform(command, before);
      } catch (error) {
        if (error instanceof RegistryError) return error.code;
        throw error;
      }
    }

    private async perform(command: Command, before: Model): Promise<Outcome> {
      const { id, slug } = this;
      if (command.do === "tick") return "done";
      if (command.do === "connect") {
        const { enterprise, active } = command;
        const state = active ? "active" : "inactive";
        await runtime.putConnection(enterprise, slug, { connector: id, version: "1.0.0", state });
        return "done";
      }
      const client = clients.get(command.who)!;
      const etag = async () => (await registry.admin.findConnector(id))?.etag ?? '"r1"';
      switch (command.do) {
        case "publish": {
          const intent = intentOf(before, command.how);
          const files = [
            {
              path: "c.connector.yaml",
              text:
                command.how === "same" && before.versions.length > 0 ? before.versions.at(-1)!.text : this.text(intent),
            },
          ];
          const request = { files, notes: "What changed.", migration_guide: guide, reason: "For a test." };
          const { created } = await client.publish(id, intent.number, request, { dryRun: command.dry });
          return created ? "done" : "nothing";
        }
        case "deprecate": {
          const sunset = new Date(Date.parse(startOfTests) + (before.day + command.days) * 86_400_000);
          await client.deprecate(id, await etag(), { sunset_at: sunset.toISOString().slice(0, 10), message: "Going." });
          return "done";
        }
        case "undeprecate":
          await client.undeprecate(id, await etag());
          return "done";
        case "unpublish":
          await client.unpublish(
            id,
            await etag(),
            command.force ? { force: true, reason: "For a test.", confirm: slug } : {},
          );
          return "done";
        case "promote":
          await client.promote(id, await etag());
          return "done";
        case "request": {
          const intent = intentOf(before, "patch");
          const files = [{ path: "c.connector.yaml", text: this.text(intent) }];
          const known = this.review?.id;
          const review = await client.requestReview(
            id,
            command.kind === "promotion"
              ? { kind: "promotion" }
              : { kind: "publication", version: intent.number, files, notes: "What changed." },
          );
          this.review = { id: review.id, etag: review.etag };
          return review.id === known ? "nothing" : "done";
        }
        case "decide":
        case "withdraw": {
          if (!this.review) return "nothing";
          const { id: review, etag: seen } = this.review;
          if (command.do === "withdraw") await client.withdrawReview(review, seen);
          else
            await client.decideReview(
              review,
              seen,
              command.approve ? { decision: "approve" } : { decision: "reject", reason: "For a test." },
            );
          this.review = undefined;
          return "done";
        }
        case "draft": {
          const known = this.drafts.get(command.who);
          if (command.remove) {
            await client.deleteDraft(id, known ?? '"r1"');
            this.drafts.delete(command.who);
          } else {
            const files = [{ path: "c.connector.yaml", text: "format_version: 1\n" }];
            this.drafts.set(command.who, (await client.putDraft(id, { files }, known)).etag);
          }
          return "done";
        }
      }
    }

    /** Everything that was acknowledged is there, with the same bytes, and nothing else. */
    async compare(model: Model): Promise<void> {
      const { id } = this;
      const connector = await registry.admin.findConnector(id);
      if (model.state === "none") expect(connector).toBeUndefined();
      else {
        expect(connector).toMatchObject({
          state: model.state,
          scope: model.scope,
          latest_version: model.versions.at(-1)!.number,
          created_by: model.creator,
        });
        const { items } = await registry.admin.listVersions(id);
        expect(items.map(({ version }) => version)).toEqual(model.versions.map(({ number }) => number).reverse());
        for (const { number, text } of model.versions)
          expect((await registry.admin.getContent(id, number)).files[0]?.text).toBe(text);
      }
      const { store } = registry.running;
      const events = await store.read((tx) =>
        tx.all<{ action: string; seq: number }>("select action, seq from audit_event where chain = ? order by seq", id),
      );
      expect(events.map(({ action }) => action)).toEqual(model.audit);
      expect(events.map(({ seq }) => seq)).toEqual(model.audit.map((_, index) => index + 1));
      const drafts = await store.read((tx) =>
        tx.all<{ principal: string }>("select principal from draft where connector_id = ? order by principal", id),
      );
      expect(drafts.map(({ principal }) => principal)).toEqual([...model.drafts].sort());
    }
  }
});
