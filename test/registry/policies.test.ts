import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RegistryClient } from "../../core/api/client.ts";
import type { PolicyChoice } from "../../core/lifecycle/policy.ts";
import { publication, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("policies on $name", ({ start }) => {
  let registry: TestRegistry;
  let admin: RegistryClient;
  let creator: RegistryClient;
  let enterprise = "";
  let count = 0;

  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());
  beforeEach(async () => {
    registry.setNow(startOfTests);
    enterprise = `firm-${count++}`;
    admin = await registry.client("ada", enterprise, ["enterprise_admin"]);
    creator = await registry.client("carla", enterprise, ["creator"]);
  });

  const decide = async (client: RegistryClient, choice: PolicyChoice, whose?: string) =>
    client.putPolicy((await client.getPolicy(whose)).etag, choice, whose);
  const publish = (client: RegistryClient, version = "1.0.0", parts = {}) =>
    client.publish(`${enterprise}/tool`, version, publication({ slug: "tool", version, ...parts }));

  it("begin with the standard one, and say who decided what", async () => {
    expect(await admin.getPolicy(enterprise)).toEqual({
      enterprise,
      choice: {},
      effective: {
        review_required: false,
        tests_required: false,
        creators_may_publish: false,
        sdk_enabled: true,
        preset: "default",
        compare_with: "last",
        severities: {},
      },
      updated_by: null,
      updated_at: null,
      etag: '"r0"',
    });
    expect(await decide(admin, { preset: "strict" }, enterprise)).toMatchObject({
      choice: { preset: "strict" },
      effective: { preset: "strict", compare_with: "last" },
      updated_by: "ada",
      updated_at: startOfTests,
    });
    const audit = await registry.running.store.read((tx) =>
      tx.all<{ detail: string }>("select detail from audit_event where action = 'policy.changed'"),
    );
    expect(audit.map(({ detail }) => JSON.parse(detail).subject)).toContain(enterprise);
  });

  it("are not overwritten by who has not seen the newest", async () => {
    const { etag } = await admin.getPolicy(enterprise);
    await admin.putPolicy(etag, { preset: "lenient" }, enterprise);
    expect(await refusal(admin.putPolicy(etag, { preset: "strict" }, enterprise))).toMatchObject({
      code: "precondition-failed",
    });
    const results = await Promise.allSettled(
      ["strict", "microsoft", "default"].map(async (preset) =>
        admin.putPolicy('"r1"', { preset } as PolicyChoice, enterprise),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("of the registry reach every enterprise that has not decided otherwise", async () => {
    await decide(registry.admin, { compare_with: "all", severities: { "documentation-url": "hint" } });
    try {
      await decide(admin, { severities: { "operation-described": "warning" } }, enterprise);
      expect((await admin.getPolicy(enterprise)).effective).toMatchObject({
        compare_with: "all",
        severities: { "documentation-url": "hint", "operation-described": "warning" },
      });
    } catch (error) {
      // Whatever happens, the other tests find the registry as it was.
      await decide(registry.admin, {});
      throw error;
    }
    await decide(registry.admin, {});
  });

  it("let creators publish", async () => {
    expect(await refusal(publish(creator))).toMatchObject({ code: "forbidden" });
    await decide(admin, { creators_may_publish: true }, enterprise);
    expect((await publish(creator)).created).toBe(true);
  });

  it("keep an enterprise from building connectors, which only the platform decides", async () => {
    expect(await refusal(decide(admin, { sdk_enabled: true }, enterprise))).toMatchObject({ code: "forbidden" });
    await decide(registry.admin, { sdk_enabled: false }, enterprise);
    expect(await refusal(publish(admin))).toMatchObject({ code: "forbidden" });
    expect(await refusal(decide(admin, { sdk_enabled: true }, enterprise))).toMatchObject({ code: "forbidden" });
    // What was decided above stays as it is when the enterprise decides something else.
    await decide(admin, { sdk_enabled: false, preset: "strict" }, enterprise);
    expect(await refusal(publish(admin))).toMatchObject({ code: "forbidden" });
  });

  it("ask for a review, also of administrators", async () => {
    await decide(admin, { review_required: true }, enterprise);
    expect(await refusal(publish(admin))).toMatchObject({
      code: "review-required",
      status: 409,
      message: expect.stringContaining("send it as a request"),
    });
    // A dry run shows what the reviewers would see.
    const request = publication({ slug: "tool" });
    const dry = await admin.publish(`${enterprise}/tool`, "1.0.0", request, { dryRun: true });
    expect(dry.created).toBe(false);
    const asked = await admin.requestReview(`${enterprise}/tool`, {
      kind: "publication",
      version: "1.0.0",
      ...request,
    });
    const other = await registry.client("otto", enterprise, ["enterprise_admin"]);
    await other.decideReview(asked.id, asked.etag, { decision: "approve" });
    expect((await creator.getConnector(`${enterprise}/tool`)).latest_version).toBe("1.0.0");
  });

  it("give rules other severities", async () => {
    const rule = "documentation-url";
    const { files, ...texts } = publication({ slug: "tool" });
    const bare = files.map(({ path, text = "" }) => ({ path, text: text.replace(/ *documentation_url.*\n/, "") }));
    const send = (dryRun: boolean) =>
      admin.publish(`${enterprise}/tool`, "1.0.0", { files: bare, ...texts }, { dryRun });
    const severities = async () =>
      (await send(true)).verdict.findings.filter((one) => one.rule === rule).map(({ severity }) => severity);
    expect(await severities()).toEqual(["warning"]);
    await decide(admin, { severities: { [rule]: "off" } }, enterprise);
    expect(await severities()).toEqual([]);
    await decide(admin, { severities: { [rule]: "error" } }, enterprise);
    expect(await refusal(send(false))).toMatchObject({
      code: "validation-failed",
      message: expect.stringContaining(rule),
    });
    expect(await refusal(decide(admin, { severities: { "no-such-rule": "off" } }, enterprise))).toMatchObject({
      code: "invalid-request",
      message: expect.stringContaining("no-such-rule"),
    });
  });

  it("compare with all versions, or with those in use", async () => {
    const fields = ["number", "place"];
    await publish(admin, "1.0.0", { fields: [...fields, "weight"] });
    const guide = { migration_guide: "## get_parcel\n\nDo without the output `weight`." };
    await admin.publish(`${enterprise}/tool`, "2.0.0", publication({ slug: "tool", version: "2.0.0", fields }, guide));
    const id = `${enterprise}/tool`;
    // Nobody of 2.0.0 is hit by other words; those who still have 1.0.0 miss an output.
    const dry = async () => {
      const request = publication({ slug: "tool", version: "2.0.1", fields, description: "Says it otherwise." });
      const result = await admin.publish(id, "2.0.1", request, { dryRun: true }).catch((error: unknown) => error);
      return (result as { verdict?: { required_bump: string } }).verdict?.required_bump ?? (result as Error).message;
    };
    expect(await dry()).toBe("patch");
    await decide(admin, { compare_with: "all" }, enterprise);
    expect(await dry()).toContain("need a major version");
    await decide(admin, { compare_with: "in_use" }, enterprise);
    expect(await dry()).toBe("patch");
    await registry.admin.reportUsage({
      source: enterprise,
      sequence: 1,
      connections: [{ id: "old", enterprise: "user", connector: id, version: "1.0.0", state: "active" }],
    });
    expect(await dry()).toContain("need a major version");
  });

  it("cannot ask for tests that nothing brings", async () => {
    expect(await refusal(decide(admin, { tests_required: true } as unknown as PolicyChoice, enterprise))).toMatchObject(
      { code: "invalid-request" },
    );
  });
});
