import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usageReports } from "../../cli/usage-import.ts";
import { patchbay } from "../support/cli.ts";
import { publication, publishFirst, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("who is hit, on $name", ({ start }) => {
  let registry: TestRegistry;
  let sequence = 0;
  const id = "acme/parcel-tracker";
  const report = (parts: object) => registry.admin.reportUsage({ source: "runtime", sequence: sequence++, ...parts });
  const connection = (enterprise: string, connector = id, number = 1) => ({
    id: `${enterprise}-${number}`,
    enterprise,
    connector,
    version: "1.0.0",
    state: "active" as const,
  });

  beforeAll(async () => {
    registry = await start();
    await registry.token({ principal: "x", enterprise: "acme", roles: [] });
    await publishFirst(registry.admin, "acme", "parcel-tracker", "global");
    await report({
      connections: [connection("acme"), connection("globex"), connection("globex", id, 2), connection("quiet")],
      orchestrations: [
        { id: "o1", enterprise: "globex", connector: id, operations: ["get_parcel"] },
        { id: "o2", enterprise: "globex", connector: id, operations: ["get_parcel", "other"] },
        { id: "o3", enterprise: "initech", connector: id, operations: ["get_parcel"] },
        { id: "o4", enterprise: "quiet", connector: id, operations: ["other"] },
      ],
      calls: [
        {
          enterprise: "globex",
          connector: id,
          version: "1.0.0",
          operation: "get_parcel",
          day: "2031-02-27",
          calls: 40,
        },
        { enterprise: "globex", connector: id, version: "1.0.0", operation: "get_parcel", day: "2030-02-27", calls: 7 },
      ],
    });
  });
  afterAll(() => registry.stop());

  const major = publication(
    { version: "2.0.0", name: "parcel-tracker", fields: ["number"] },
    { reason: "For a test." },
  );

  it("says before a publication who would be hit, and by which operation", async () => {
    const dry = await registry.admin.publish(id, "2.0.0", major, { dryRun: true });
    expect(dry.impact).toEqual({
      connector: id,
      version: "2.0.0",
      baseline: "1.0.0",
      view: "all",
      example_data: false,
      breaking: dry.verdict.changes.filter(({ bump }) => bump === "major").length,
      everybody: false,
      enterprises: 4,
      enterprises_hit: 2,
      active_connections: 4,
      orchestrations_hit: 3,
      operations: [{ operation: "get_parcel", changes: 1, enterprises: 2, orchestrations: 3, calls_30_days: 40 }],
      hit: [
        { enterprise: "globex", active_connections: 2, orchestrations: 2, operations: ["get_parcel"] },
        { enterprise: "initech", active_connections: 0, orchestrations: 1, operations: ["get_parcel"] },
      ],
    });
  });

  it("tells others of their own enterprise only", async () => {
    await registry.admin.publish(id, "2.0.0", major);
    const viewer = await registry.client("gina", "globex", ["viewer"]);
    const impact = await viewer.getImpact(id, "2.0.0");
    expect(impact).toMatchObject({ view: "own", enterprises: 1, enterprises_hit: 1, orchestrations_hit: 2 });
    expect(impact.hit.map(({ enterprise }) => enterprise)).toEqual(["globex"]);
    const quiet = await registry.client("quinn", "quiet", ["viewer"]);
    expect(await quiet.getImpact(id, "latest")).toMatchObject({ enterprises: 1, enterprises_hit: 0, hit: [] });
    expect(await viewer.getImpact(id, "1.0.0")).toMatchObject({ breaking: 0, enterprises_hit: 0 });
  });

  it("refuses new connections to what is unpublished; those that were there go on", async () => {
    const runtime = await registry.client("runtime", "platform", [], ["usage:write"]);
    const gone = await publishFirst(registry.admin, "acme", "leaving");
    const { id: _, enterprise, ...body } = connection("globex", gone.id);
    expect(await runtime.putConnection(enterprise, "kept", body)).toMatchObject({ state: "active", enterprise });
    await registry.admin.unpublish(gone.id, gone.etag, {
      force: true,
      reason: "For a test.",
      confirm: "leaving",
    });
    expect(await refusal(runtime.putConnection("initech", "new", body))).toMatchObject({
      code: "connector-unpublished",
      status: 409,
      message: expect.stringContaining("takes no new connections"),
    });
    expect(await runtime.putConnection(enterprise, "kept", { ...body, state: "inactive" })).toMatchObject({
      state: "inactive",
    });
    expect(await runtime.putConnection(enterprise, "kept", body)).toMatchObject({ state: "active" });
    expect(
      await report({
        connections: [
          { ...connection("globex", gone.id), id: "kept" },
          { ...connection("initech", gone.id), id: "new" },
        ],
      }),
    ).toMatchObject({
      accepted: true,
      refused: [
        { id: "new", enterprise: "initech", connector: gone.id, reason: expect.stringContaining("unpublished") },
      ],
    });
    expect((await registry.admin.getUsage(gone.id)).enterprise_names).toEqual(["globex"]);
    await runtime.deleteConnection(enterprise, "kept");
    await runtime.deleteConnection(enterprise, "kept");
    expect(await refusal(runtime.putConnection(enterprise, "kept", body))).toMatchObject({
      code: "connector-unpublished",
    });
    expect(await refusal(runtime.putConnection(enterprise, "x", { ...body, version: "9.9.9" }))).toMatchObject({
      code: "not-found",
      message: expect.stringContaining("has no version 9.9.9"),
    });
  });

  it("takes in the usage of a log, once", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "patchbay-usage-")), "calls.csv");
    const day = startOfTests.slice(0, 10);
    writeFileSync(
      file,
      `time,enterprise,connector,version,operation\n${Array.from({ length: 12 }, (_, i) => `${day}T0${i % 9}:00:00Z,"globex",${id},1.0.0,get_parcel`).join("\n")}\n`,
    );
    const env = { PATCHBAY_REGISTRY: registry.url, PATCHBAY_TOKEN: registry.adminToken };
    const before = (await registry.admin.getUsage(id)).calls_7_days;
    const first = await patchbay(["registry", "import-usage", file], { env });
    expect([first.code, first.stdout]).toEqual([0, `Reported 12 calls in 1 of 1 reports to ${registry.url}.\n`]);
    const again = await patchbay(["registry", "import-usage", file], { env });
    expect([again.code, again.stdout]).toEqual([0, `${file} was imported before; nothing was counted again.\n`]);
    expect((await registry.admin.getUsage(id)).calls_7_days).toBe(before + 12);
    writeFileSync(
      file,
      '{"enterprise":"globex","connector":"acme/none","version":"1.0.0","operation":"x","day":"2031-03-01"}\n',
    );
    const wrong = await patchbay(["registry", "import-usage", file], { env });
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("There is no connector acme/none")]);
  });
});

describe("a log of calls", () => {
  const line = { enterprise: "acme", connector: "acme/tool", version: "1.0.0", operation: "run", day: "2031-03-01" };

  it("is added up by day and operation, and split into reports", () => {
    const text = [line, { ...line, calls: 4 }, { ...line, day: undefined, time: "2031-03-02T10:00:00Z" }]
      .map((each) => JSON.stringify(each))
      .join("\n");
    const [report, ...more] = usageReports(text);
    expect(more).toEqual([]);
    expect(report?.calls).toEqual([
      { ...line, calls: 5 },
      { ...line, day: "2031-03-02", calls: 1 },
    ]);
    const many = Array.from({ length: 12_000 }, (_, i) => JSON.stringify({ ...line, operation: `o${i}` })).join("\n");
    expect(usageReports(many).map(({ sequence, calls }) => [sequence, calls?.length])).toEqual([
      [1, 5000],
      [2, 5000],
      [3, 2000],
    ]);
  });

  it.each([
    ["", "The file is empty"],
    ["{broken", "Line 1 is no JSON object"],
    [`${JSON.stringify(line)}\n[1]`, "Line 2 is no JSON object"],
    ["enterprise,connector\nacme,acme/tool", "Line 2 has no version"],
    [JSON.stringify({ ...line, day: "yesterday" }), "Line 1 has no day"],
    [JSON.stringify({ ...line, calls: "many" }), 'Line 1: "many" is no number of calls'],
    [JSON.stringify({ ...line, calls: -1 }), "Line 1"],
  ])("says what is wrong with %j", (text, words) => {
    expect(() => usageReports(text)).toThrow(words);
  });

  it("reads cells in quotes", () => {
    const [report] = usageReports(
      'day,enterprise,connector,version,operation\n2031-03-01,"a ""b"", c",acme/tool,1.0.0,run',
    );
    expect(report?.calls?.[0]?.enterprise).toBe('a "b", c');
  });
});
