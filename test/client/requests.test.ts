import { describe, expect, it } from "vitest";
import approve from "../../client/commands/approve-request.ts";
import compareRequest from "../../client/commands/compare-request.ts";
import deleteDraft from "../../client/commands/delete-draft.ts";
import openDraft from "../../client/commands/open-draft.ts";
import publishCommand from "../../client/commands/publish.ts";
import reject from "../../client/commands/reject-request.ts";
import republish from "../../client/commands/republish.ts";
import requestPromotion from "../../client/commands/request-promotion.ts";
import saveDraft from "../../client/commands/save-draft.ts";
import submit from "../../client/commands/submit-for-review.ts";
import undeprecate from "../../client/commands/undeprecate.ts";
import withdraw from "../../client/commands/withdraw-request.ts";
import type { DraftSummary, ReviewDetail } from "../../client/shell/ports.ts";
import catalogue from "../../client/views/catalogue.ts";
import requests from "../../client/views/requests.ts";
import type { Node } from "../../client/views/view.ts";
import { compared, entry, info, stage, uri, type World } from "./support.ts";

const range = { start: { line: 6, character: 2 }, end: { line: 6, character: 8 } };
const place = { file: "tides.connector.yaml", pointer: "/operations", range };

const review = (over: Partial<ReviewDetail> = {}): ReviewDetail => ({
  id: "r-1",
  connector: "harbour/tide-tables",
  name: "Tide Tables",
  kind: "publication",
  state: "pending",
  scope: "enterprise",
  version: "2.0.0",
  message: "Before the season, please.",
  digest: "sha256:0",
  size: 10,
  bump: "major",
  required_bump: "major",
  findings: { error: 0, warning: 1, info: 0, hint: 0 },
  changes: 1,
  requested_by: "cem",
  requested_at: "2026-02-27T12:00:00Z",
  decided_by: null,
  decided_at: null,
  reason: null,
  may_decide: true,
  may_withdraw: false,
  etag: '"r1"',
  notes: "Gone.",
  migration_guide: "## get_tides",
  files: [{ path: "tides.connector.yaml", size: 10, digest: "sha256:0" }],
  verdict: {
    connector: "harbour/tide-tables",
    version: "2.0.0",
    baseline: "1.4.0",
    required_bump: "major",
    findings: [
      {
        rule: "op-desc-required",
        section: "operations",
        severity: "warning",
        message: "No description.",
        file: "tides.connector.yaml",
        range,
        pointer: "",
        codes: [],
      },
    ],
    changes: [
      {
        id: "operation-removed",
        bump: "major",
        severity: "error",
        entity: "operation get_tides",
        message: "Operation get_tides was removed.",
        operation: "get_tides",
        old: place,
        new: null,
        codes: [],
      },
    ],
    rules_version: "1",
  },
  impact: {
    connector: "harbour/tide-tables",
    version: "2.0.0",
    baseline: "1.4.0",
    view: "own",
    example_data: false,
    breaking: 1,
    everybody: false,
    enterprises: 2,
    enterprises_hit: 1,
    active_connections: 3,
    orchestrations_hit: 4,
    operations: [],
    hit: [{ enterprise: "harbour", active_connections: 3, orchestrations: 4, operations: ["get_tides"] }],
  },
  ...over,
});
const world = (one: ReviewDetail, more: World = {}): World => ({
  reviews: [one],
  requests: { waiting: [one] },
  ...more,
});
const target = { row: { target: { review: "r-1" } } };

async function lines(roots: Promise<readonly Node[]>): Promise<string[]> {
  const found: string[] = [];
  const walk = async (nodes: readonly Node[], depth: number) => {
    for (const { row, children } of nodes) {
      found.push(`${"  ".repeat(depth)}${row.label}${row.description ? ` | ${row.description}` : ""}`);
      await walk((await children?.()) ?? [], depth + 1);
    }
  };
  await walk(await roots, 0);
  return found;
}

describe("Requests", () => {
  it("show what waits, what was sent and what was decided, with everything that a decision needs", async () => {
    const ended = review({
      id: "r-2",
      version: "1.4.0",
      bump: null,
      scope: "global",
      state: "rejected",
      may_decide: false,
      decided_by: "ed",
      decided_at: "2026-02-28T12:00:00Z",
      reason: "Too soon.",
      notes: "",
      migration_guide: "",
      message: "",
      impact: null,
      verdict: { ...review().verdict, baseline: null, findings: [], changes: [] },
    });
    const { context } = stage({
      reviews: [review(), ended],
      requests: { waiting: [review()], decided: [ended] },
    });
    expect(await lines(requests.roots(context))).toEqual([
      "Waiting for you | 1",
      "  Tide Tables 2.0.0 | publication · major · cem, 2 days ago",
      "    Before the season, please.",
      "    1 change since 1.4.0 | needs major",
      "      get_tides | major · 1 change",
      "        Operation get_tides was removed. | major",
      "    1 finding",
      "      No description. | tides.connector.yaml, line 7",
      "    Breaks something for 1 enterprise of 2 | 4 orchestrations",
      "      harbour | 3 connections · get_tides",
      "    Release notes",
      "    Migration guide",
      "    1 file",
      "      tides.connector.yaml",
      "Decided in the last 30 days | 1",
      "  Tide Tables 1.4.0 | publication for everybody · first · rejected by ed, yesterday",
      "    rejected: Too soon.",
      "    First version",
      "    No findings",
      "    1 file",
      "      tides.connector.yaml",
    ]);
    expect(requests.badge?.(context)).toEqual({ value: 1, tooltip: "1 request waits for your decision" });
  });

  it("are empty, without a number, where nothing waits", async () => {
    const { context } = stage();
    expect(await requests.roots(context)).toEqual([]);
    expect(requests.badge?.(context)).toBeUndefined();
  });

  it("compare a file with the published version, and open what is new", async () => {
    const published = [entry()];
    const one = stage(world(review(), { published }));
    await compareRequest.run(one.context, { review: "r-1", path: "tides.connector.yaml", range });
    expect(one.log).toEqual(["compare harbour/tide-tables@1.4.0/tides.connector.yaml r-1:7"]);
    const first = review({ verdict: { ...review().verdict, baseline: null } });
    const other = stage(world(first));
    await compareRequest.run(other.context, { review: "r-1", path: "tides.connector.yaml" });
    expect(other.log).toEqual(["open /r-1/files/tides.connector.yaml"]);
    const gone = stage(world(review({ files: [] })));
    await compareRequest.run(gone.context, { review: "r-1", path: "tides.connector.yaml" });
    expect(gone.log).toEqual(["open harbour/tide-tables@1.4.0/tides.connector.yaml"]);
  });
});

describe("a decision", () => {
  it("is confirmed, and is about the request as it was looked at", async () => {
    const { context, sent, log } = stage(world(review()), ["Approve and publish Tide Tables 2.0.0"]);
    await approve.run(context, target);
    expect(sent).toEqual([{ method: "decide", args: [review(), { decision: "approve" }] }]);
    expect(log).toContain("say Tide Tables 2.0.0 is approved and published.");
    expect(log).toContain("registry changed");
  });
  it("is asked for from the palette, too, and says when nothing waits", async () => {
    const { context, sent } = stage(world(review()), ["Tide Tables 2.0.0", "Approve and publish Tide Tables 2.0.0"]);
    await approve.run(context);
    expect(sent).toHaveLength(1);
    await expect(approve.run(stage().context)).rejects.toThrow("No request waits for your decision.");
  });
  it("against it needs a reason", async () => {
    const { context, sent } = stage(world(review()), ["Say more. "]);
    await reject.run(context, target);
    expect(sent[0]?.args[1]).toEqual({ decision: "reject", reason: "Say more." });
    const empty = stage(world(review()), ["  "]);
    await expect(reject.run(empty.context, target)).rejects.toThrow("Say why");
    expect(empty.sent).toEqual([]);
  });
  it("is not made twice, and not by who asked", async () => {
    const done = review({ state: "approved", decided_by: "ed" });
    await expect(approve.run(stage(world(done)).context, target)).rejects.toThrow("was approved by ed already");
    const own = review({ may_decide: false, may_withdraw: true });
    await expect(approve.run(stage(world(own)).context, target)).rejects.toThrow("Somebody else has to decide");
    const { context, sent } = stage(world(own), ["Withdraw the request for Tide Tables 2.0.0"]);
    await withdraw.run(context, target);
    expect(sent[0]?.method).toBe("withdraw");
  });
});

describe("Submit for Review…", () => {
  const steps = ["Enterprise", "as it is", "Please.", "Submit Tide Tables 1.0.0 for review"];
  it("sends what would be published, with words for whoever decides", async () => {
    const { context, sent, log } = stage({ connectors: [info()] }, [...steps]);
    await submit.run(context, uri);
    expect(sent[0]).toMatchObject({
      method: "submit",
      args: ["harbour/tide-tables", { version: "1.0.0", first: true, scope: "enterprise" }, "Please."],
    });
    expect(log).toContain("say Tide Tables 1.0.0 waits for a decision in Harbour.");
  });
  it("is what publishing comes to for whoever may not publish", async () => {
    const creator = stage({ connectors: [info()], person: { roles: ["creator"] } }, [...steps]);
    await publishCommand.run(creator.context, uri);
    expect(creator.sent[0]?.method).toBe("submit");
    const admin = stage({ connectors: [info()] }, ["Global", "as it is", "", "Submit Tide Tables 1.0.0 for review"]);
    await publishCommand.run(admin.context, uri);
    expect(admin.sent[0]).toMatchObject({ method: "submit", args: ["harbour/tide-tables", { scope: "global" }, ""] });
    const policy = { reviewRequired: { enterprise: true, global: true } };
    const ruled = stage({ connectors: [info()], policy }, [...steps]);
    await publishCommand.run(ruled.context, uri);
    expect(ruled.sent[0]?.method).toBe("submit");
    const allowed = stage(
      { connectors: [info()], person: { roles: ["creator"] }, policy: { creatorsMayPublish: true } },
      ["Enterprise", "as it is", "Publish Tide Tables 1.0.0"],
    );
    await publishCommand.run(allowed.context, uri);
    expect(allowed.sent[0]?.method).toBe("publish");
  });
  it("says at once where it leads nowhere", async () => {
    const viewer = stage({ connectors: [info()], person: { roles: ["viewer"] } });
    await expect(publishCommand.run(viewer.context, uri)).rejects.toThrow(
      "With your rights (viewer) you may neither publish Tide Tables nor ask for it.",
    );
    const platform = stage({ connectors: [info()], person: { roles: ["platform_admin"] } });
    await expect(submit.run(platform.context, uri)).rejects.toThrow("You publish here without a request.");
  });
  it("asks for a promotion", async () => {
    const { context, sent } = stage({ published: [entry()] }, ["Everybody needs tides."]);
    await requestPromotion.run(context, { id: "harbour/tide-tables" });
    expect(sent).toEqual([{ method: "requestPromotion", args: ["harbour/tide-tables", "Everybody needs tides."] }]);
    const creator = stage({ published: [entry()], person: { roles: ["creator"] } });
    await expect(requestPromotion.run(creator.context, { id: "harbour/tide-tables" })).rejects.toThrow("Ask yours.");
  });
});

describe("coming back", () => {
  it("withdraws a deprecation", async () => {
    const published = [entry({ state: "deprecated", sunset: "2026-06-01T00:00:00Z" })];
    const { context, sent } = stage({ published }, ["Keep Tide Tables in the catalogue"]);
    await undeprecate.run(context, { id: "harbour/tide-tables" });
    expect(sent).toEqual([{ method: "undeprecate", args: ["harbour/tide-tables"] }]);
  });
  it("publishes the next version of what was unpublished", async () => {
    const published = [entry({ state: "unpublished" })];
    const { context, sent } = stage({ published, connectors: [compared("none", "1.4.1", [])] }, [
      "1.4.1",
      "It is back.",
      "Publish Tide Tables 1.4.1",
    ]);
    await republish.run(context, { id: "harbour/tide-tables" });
    expect(sent[0]).toMatchObject({ method: "publish", args: ["harbour/tide-tables", { version: "1.4.1" }] });
    await expect(republish.run(stage({ published }).context, { id: "harbour/tide-tables" })).rejects.toThrow(
      "there is none of it here",
    );
  });
});

describe("working copies in the registry", () => {
  const draft: DraftSummary = {
    connector: "harbour/tide-tables",
    scope: "enterprise",
    digest: "sha256:0",
    size: 10,
    created_at: "2026-02-20T12:00:00Z",
    updated_at: "2026-02-27T12:00:00Z",
    etag: '"r3"',
  };
  it("stand in the catalogue", async () => {
    expect(await lines(catalogue.roots(stage({ drafts: [draft] }).context))).toEqual([
      "My drafts | 1",
      "  tide-tables | saved 2 days ago",
    ]);
  });
  it("are saved, the second time over the one that was seen", async () => {
    const first = stage({ connectors: [info()] });
    await saveDraft.run(first.context, uri);
    expect(first.sent[0]).toMatchObject({
      method: "saveDraft",
      args: ["harbour/tide-tables", expect.anything(), undefined],
    });
    const again = stage({ connectors: [info()], drafts: [draft] }, ["Replace the working copy of Tide Tables"]);
    await saveDraft.run(again.context, uri);
    expect(again.sent[0]?.args[2]).toBe('"r3"');
  });
  it("are written to a folder of their own, and deleted", async () => {
    const { context, log } = stage({ drafts: [draft] });
    await openDraft.run(context, { id: draft.connector });
    expect(log[0]).toBe("write tide-tables/tides.connector.yaml tide-tables/icon.svg");
    const gone = stage({ drafts: [draft] }, ["Delete the working copy of harbour/tide-tables"]);
    await deleteDraft.run(gone.context, { id: draft.connector });
    expect(gone.sent).toEqual([{ method: "deleteDraft", args: [draft] }]);
    await expect(openDraft.run(stage().context)).rejects.toThrow("You keep no working copy in Harbour.");
  });
});
