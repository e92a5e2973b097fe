import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { definition, powerPlatform, publication, refusal, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("publishing on $name", ({ start }) => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await start();
  });
  afterAll(() => registry.stop());

  const id = "local/parcel-tracker";

  it("publishes a first version and serves it back byte for byte", async () => {
    const text = `\uFEFF${definition()}# Grüße 🚚\r\n`;
    const icon = { path: "icon.png", base64: "iVBORw0KGgo=" };
    const request = publication({}, { files: [icon, { path: "connector.connector.yaml", text }] });
    const result = await registry.admin.publish(id, "1.0.0", request);
    expect(result).toMatchObject({
      created: true,
      dry_run: false,
      connector: {
        id,
        state: "published",
        scope: "enterprise",
        latest_version: "1.0.0",
        type: "Logistics",
        auth: "none",
        operations: 1,
      },
      version: { reference: `${id}@1.0.0`, bump: null, required_bump: null, operation_ids: ["get_parcel"] },
    });
    const content = await registry.admin.getContent(id, "latest");
    expect(content.files).toEqual([{ path: "connector.connector.yaml", text }, icon]);
    expect(content.digest).toBe(result.version.digest);
    expect(await registry.admin.getVersion(id, "1.0.0")).toEqual(result.version);
    expect((await registry.admin.getVerdict(id, "1.0.0")).baseline).toBeNull();

    // The same bytes again change nothing, whatever order the files come in; other bytes are refused.
    const again = await registry.admin.publish(id, "1.0.0", { ...request, files: [...request.files].reverse() });
    expect(again).toMatchObject({ created: false, connector: { etag: result.connector.etag } });
    const other = await refusal(registry.admin.publish(id, "1.0.0", publication()));
    expect(other).toMatchObject({ code: "version-exists", status: 409 });
    expect(other.message).toBe("1.0.0 exists already and cannot be changed. The next version is 1.0.1 or higher.");
  });

  it("answers 201, then 200", async () => {
    const put = () =>
      registry.raw("/api/v1/connectors/local/twice/versions/1.0.0", {
        method: "PUT",
        token: registry.adminToken,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(publication({ slug: "twice" })),
      });
    const first = await put();
    expect(first.status).toBe(201);
    expect(first.headers.get("location")).toBe("/api/v1/connectors/local/twice/versions/1.0.0");
    expect((await put()).status).toBe(200);
  });

  it("accepts the step that the changes need or a larger one, and nothing else", async () => {
    const slug = "steps";
    const connector = `local/${slug}`;
    const publish = (version: string, fields: string[], more = {}) =>
      registry.admin.publish(connector, version, publication({ slug, version, fields, ...more }));

    expect(await refusal(publish("1.1.0", ["number"]))).toMatchObject({
      code: "semver-gate",
      problem: { expected_version: "1.0.0" },
    });
    await publish("1.0.0", ["number"]);

    const small = await refusal(publish("1.0.1", ["number", "place"]));
    expect(small).toMatchObject({
      code: "semver-gate",
      status: 422,
      problem: { required: "minor", proposed: "1.0.1", expected_version: "1.1.0" },
    });
    expect(small.problem?.changes?.[0]).toMatchObject({ bump: "minor", new: { file: "connector.connector.yaml" } });
    expect(small.message).toContain("need a minor version");
    expect(await refusal(publish("1.2.0", ["number", "place"]))).toMatchObject({ code: "semver-gate" });
    const result = await publish("1.1.0", ["number", "place"]);
    expect(result.version).toMatchObject({ bump: "minor", required_bump: "minor" });
    expect(result.verdict).toMatchObject({ baseline: "1.0.0", required_bump: "minor" });

    expect(await refusal(publish("1.2.0", ["number"]))).toMatchObject({
      code: "semver-gate",
      problem: { expected_version: "2.0.0" },
    });
    expect((await publish("2.0.0", ["number"])).version).toMatchObject({ bump: "major", required_bump: "major" });
    // A larger step than needed is the publisher's choice.
    expect((await publish("3.0.0", ["number", "weight"])).version).toMatchObject({
      bump: "major",
      required_bump: "minor",
    });

    expect(await refusal(publish("3.0.1", ["number", "weight"]))).toMatchObject({ code: "no-change", status: 422 });
    for (const version of ["1.1.1", "2.9.9", "3.0.1-rc.1", "03.1.0", "v3.1.0", "3.1"])
      expect((await refusal(publish(version, ["number"], { description: "Something else." }))).status, version).toBe(
        422,
      );
    const { items } = await registry.admin.listVersions(connector);
    expect(items.map(({ version }) => version)).toEqual(["3.0.0", "2.0.0", "1.1.0", "1.0.0"]);
  });

  it("takes whatever changed as a patch at least", async () => {
    const slug = "words";
    await registry.admin.publish(`local/${slug}`, "1.0.0", publication({ slug }));
    const text = `${definition({ slug, version: "1.0.1" })}# Checked by hand.\n`;
    const result = await registry.admin.publish(`local/${slug}`, "1.0.1", {
      files: [{ path: "connector.connector.yaml", text }],
      notes: "A remark.",
    });
    expect(result.version).toMatchObject({ bump: "patch", required_bump: "patch" });
  });

  it("refuses what the checklist does not let through, with its findings", async () => {
    const error = await refusal(
      registry.admin.publish("local/bare", "1.0.0", publication({ slug: "bare", responseSchema: false })),
    );
    expect(error).toMatchObject({ code: "validation-failed", status: 422 });
    expect(error.problem?.findings?.find(({ rule }) => rule === "operation-response-schema")).toMatchObject({
      severity: "error",
      file: "connector.connector.yaml",
      range: { start: { line: expect.any(Number) } },
    });
    expect(error.message).toMatch(/keeps? the connector from being published/);
    const broken = { path: "connector.connector.yaml", text: "overview: [" };
    expect(await refusal(registry.admin.publish("local/bare", "1.0.0", { files: [broken] }))).toMatchObject({
      code: "validation-failed",
    });
    expect(await registry.admin.findConnector("local/bare")).toBeUndefined();
  });

  it("holds a definition to the slug and the number that it says", async () => {
    const wrongSlug = await refusal(
      registry.admin.publish("local/other", "1.0.0", publication({ slug: "parcel-tracker" })),
    );
    expect(wrongSlug.message).toBe(
      "The file says slug: parcel-tracker, but it is to be published as other. The slug of a connector never changes.",
    );
    const wrongNumber = await refusal(
      registry.admin.publish("local/other", "1.0.0", publication({ slug: "other", version: "1.2.0" })),
    );
    expect(wrongNumber.message).toContain("The file says version: 1.2.0");
  });

  it("asks for notes from the second version on, and for a guide with a major one", async () => {
    const id = "local/noted";
    await registry.admin.publish(id, "1.0.0", { files: powerPlatform(["List", "Get"]) });
    const files = powerPlatform(["List"]);
    expect((await refusal(registry.admin.publish(id, "2.0.0", { files, notes: " " }))).problem?.errors).toEqual([
      { pointer: "/notes", detail: "is missing" },
    ]);
    const error = await refusal(registry.admin.publish(id, "2.0.0", { files, notes: "Fewer operations." }));
    expect(error.problem?.errors).toEqual([{ pointer: "/migration_guide", detail: "is missing" }]);
    const guide = "## Get\n\nUse List.";
    await registry.admin.publish(id, "2.0.0", { files, notes: "Fewer operations.", migration_guide: guide });
    expect(await registry.admin.getVersion(id, "latest")).toMatchObject({
      notes: "Fewer operations.",
      migration_guide: guide,
    });
  });

  it("refuses a guide that leaves out what breaks, and says what", async () => {
    const id = "local/guided";
    await registry.admin.publish(id, "1.0.0", { files: powerPlatform(["List", "Get", "Find"]) });
    const publish = (migration_guide: string, dryRun = false) =>
      registry.admin.publish(
        id,
        "2.0.0",
        { files: powerPlatform(["List"]), notes: "Fewer.", migration_guide },
        { dryRun },
      );
    const error = await refusal(publish("We removed what nobody used. Use List instead."));
    expect(error).toMatchObject({
      code: "guide-incomplete",
      status: 422,
      message:
        "The migration guide of 2.0.0 leaves out 2 major changes. Operation Find was removed. The migration guide says nothing about Find: add a section for it. The others are in changes.",
    });
    expect(error.problem?.changes?.map(({ id: rule, operation }) => [rule, operation])).toEqual([
      ["operation-removed", "Find"],
      ["operation-removed", "Get"],
    ]);
    expect(error.problem?.errors?.map(({ pointer }) => pointer)).toEqual(["/migration_guide", "/migration_guide"]);
    const one = await refusal(publish("## Find\n\nUse List.", true));
    expect(one.message).toMatch(/leaves out 1 major change\. Operation Get was removed\.[^.]*add a section for it\.$/);
    expect((await publish("## Find and Get\n\nUse List.")).created).toBe(true);
    // A larger step than the changes need breaks nobody, so any text will do.
    const files = powerPlatform(["List", "Tell"]);
    const notes = { notes: "More.", migration_guide: "Nothing has to be done." };
    expect((await registry.admin.publish(id, "3.0.0", { files, ...notes })).created).toBe(true);
  });

  it("takes the notes that a definition has for the version, and none of them alone for a release", async () => {
    const slug = "self-noted";
    const publish = (version: string, fields: string[]) =>
      registry.admin.publish(`local/${slug}`, version, {
        files: publication({ slug, version, fields, fileNotes: `All about ${version}.` }).files,
      });
    await publish("1.0.0", ["number"]);
    expect(await refusal(publish("1.0.1", ["number"]))).toMatchObject({ code: "no-change" });
    expect((await publish("1.1.0", ["number", "place"])).version.notes).toBe("All about 1.1.0.");
  });

  it("takes the notes of the request where the definition has none", async () => {
    const slug = "noted-by-request";
    const files = (version: string, fields: string[]) =>
      publication({ slug, version, fields }).files.map((file) => ({
        ...file,
        text: (file.text ?? "").replace(/^publication:[\s\S]*/m, "publication:\n  scope: enterprise\n"),
      }));
    await registry.admin.publish(`local/${slug}`, "1.0.0", { files: files("1.0.0", ["number"]) });
    const next = files("1.1.0", ["number", "place"]);
    expect((await refusal(registry.admin.publish(`local/${slug}`, "1.1.0", { files: next }))).code).toBe(
      "validation-failed",
    );
    const { version } = await registry.admin.publish(`local/${slug}`, "1.1.0", {
      files: next,
      notes: "The place, too.",
    });
    expect(version.notes).toBe("The place, too.");
  });

  it("says in a dry run what would happen, and keeps nothing", async () => {
    const result = await registry.admin.publish("local/dry", "1.0.0", publication({ slug: "dry" }), { dryRun: true });
    expect(result).toMatchObject({ created: false, dry_run: true, version: { version: "1.0.0" } });
    expect(await registry.admin.findConnector("local/dry")).toBeUndefined();
    await registry.admin.publish("local/dry", "1.0.0", publication({ slug: "dry" }));
    const before = await registry.admin.getConnector("local/dry");
    await registry.admin.publish(
      "local/dry",
      "1.0.1",
      publication({ slug: "dry", version: "1.0.1", description: "Other words." }),
      { dryRun: true },
    );
    expect(await registry.admin.getConnector("local/dry")).toEqual(before);
    expect((await registry.admin.listAudit("local/dry")).items).toHaveLength(1);
  });

  it("refuses paths that lead elsewhere, and files that are neither text nor base64", async () => {
    const text = definition({ slug: "paths" });
    const bad = [
      [{ path: "../up.yaml", text }],
      [{ path: "/etc/passwd", text }],
      [{ path: "a/../../b.yaml", text }],
      [{ path: "a\\b.yaml", text }],
      [{ path: "C:/b.yaml", text }],
      [{ path: "a\u0000.yaml", text }],
      [{ path: "a//b.yaml", text }],
      [{ path: "a.yaml" }],
      [{ path: "a.yaml", text, base64: "" }],
      [{ path: "a.png", base64: "!" }],
      [
        { path: "a.yaml", text },
        { path: "A.yaml", text },
      ],
    ];
    for (const files of bad)
      expect(
        (await refusal(registry.admin.publish("local/paths", "1.0.0", { files }))).code,
        JSON.stringify(files),
      ).toBe("invalid-request");
  });

  it("keeps the scope of a connector, and slugs of global ones apart", async () => {
    await registry.admin.publish("local/world", "1.0.0", publication({ slug: "world" }, { scope: "global" }));
    expect(
      await refusal(
        registry.admin.publish(
          "local/world",
          "1.0.1",
          publication({ slug: "world", version: "1.0.1" }, { scope: "enterprise" }),
        ),
      ),
    ).toMatchObject({ code: "invalid-state" });
    await registry.token({ principal: "a", enterprise: "acme", roles: ["viewer"] });
    const request = publication({ slug: "world" }, { reason: "On request." });
    expect(await refusal(registry.admin.publish("acme/world", "1.0.0", { ...request, scope: "global" }))).toMatchObject(
      { code: "name-taken" },
    );
    expect((await registry.admin.publish("acme/world", "1.0.0", request)).created).toBe(true);
  });

  it("publishes a Power Platform connector, whose file need not raise its number", async () => {
    const publish = (version: string, ids: string[]) =>
      registry.admin.publish("local/parcels", version, { files: powerPlatform(ids), notes: "More to fetch." });
    expect((await publish("1.0.0", ["Parcels"])).connector).toMatchObject({ family: "powerplatform", operations: 1 });
    expect(await refusal(publish("1.0.1", ["Parcels", "Depots"]))).toMatchObject({ code: "semver-gate" });
    expect((await publish("1.1.0", ["Parcels", "Depots"])).version).toMatchObject({ bump: "minor" });
    expect(
      await refusal(
        registry.admin.publish("local/parcels", "2.0.0", publication({ slug: "parcels", version: "2.0.0" })),
      ),
    ).toMatchObject({ code: "validation-failed" });
  });

  it("needs an enterprise to publish for", async () => {
    const error = await refusal(
      registry.admin.publish("nowhere/x", "1.0.0", publication({ slug: "x" }, { reason: "Help." })),
    );
    expect(error).toMatchObject({ code: "not-found" });
    expect(error.message).toContain("There is no enterprise nowhere");
  });
});
