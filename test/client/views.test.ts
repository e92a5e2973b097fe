import { describe, expect, it } from "vitest";
import catalogue, { matches } from "../../client/views/catalogue.ts";
import changes from "../../client/views/changes.ts";
import checklist from "../../client/views/checklist.ts";
import usage, { sparkLine } from "../../client/views/usage.ts";
import versions from "../../client/views/versions.ts";
import type { Node, View } from "../../client/views/view.ts";
import { change, compared, entry, finding, info, stage, type World } from "./support.ts";

/** The rows of a view as an indented text. */
async function text(view: View, world: World, filter = ""): Promise<string[]> {
  const { context } = stage(world);
  context.store.filter = filter;
  const lines: string[] = [];
  const walk = async (nodes: readonly Node[], depth: number) => {
    for (const { row, children } of nodes) {
      lines.push(`${"  ".repeat(depth)}${row.label}${row.description ? ` | ${row.description}` : ""}`);
      await walk((await children?.()) ?? [], depth + 1);
    }
  };
  await walk(await view.roots(context), 0);
  return lines;
}

describe("Checklist", () => {
  it("is ready, and says as what", async () => {
    expect((await text(checklist, { connectors: [info()] }))[0]).toBe("Ready to publish as 1.0.0 (first)");
    const minor = { connectors: [compared("minor", "1.5.0", [change()])] };
    expect((await text(checklist, minor))[0]).toBe("Ready to publish as 1.5.0 (minor)");
    const same = { connectors: [compared("none", "1.4.1", [])] };
    expect((await text(checklist, same))[0]).toBe("No changes since 1.4.0");
  });

  it("counts what blocks, with findings below their section, errors first", async () => {
    const findings = [finding({ severity: "warning", message: "A warning." }), finding()];
    expect(await text(checklist, { connectors: [info({ findings })] })).toEqual([
      "1 thing blocks publishing",
      "Overview 6/6",
      "Operations 8/9",
      "  Operation get_tides has no response schema. | line 4",
      "  A warning. | line 4",
    ]);
    const { context } = stage({ connectors: [info({ findings })] });
    expect(checklist.badge?.(context)).toEqual({ value: 1, tooltip: "1 thing blocks publishing Tide Tables" });
  });

  it("is empty without a connector", async () => {
    expect(await text(checklist, {})).toEqual([]);
    expect(checklist.badge?.(stage().context)).toBeUndefined();
  });
});

describe("Versions", () => {
  const list = [
    { version: "1.4.0", publishedAt: "2026-02-17T12:00:00Z", notes: "# 1.4.0\n- Heights in feet.", enterprises: 14 },
    { version: "1.0.0", publishedAt: "2025-02-17T12:00:00Z", notes: "" },
  ];
  it("begin with the working copy and what it needs, by operation", async () => {
    const world = { connectors: [compared("minor", "1.5.0", [change()])], published: [entry()], versions: list };
    expect(await text(versions, world)).toEqual([
      "Working copy | needs minor · 1.5.0",
      "  get_tides | minor · 1 change",
      "    Parameter unit was added and is optional. | minor",
      "1.4.0 | published · 14 enterprises · 12 days ago",
      "  Heights in feet.",
      "1.0.0 | superseded · 377 days ago",
    ]);
  });

  it("show until when a deprecated one goes on", async () => {
    const published = [entry({ state: "deprecated", sunset: "2026-06-01T00:00:00Z" })];
    const lines = await text(versions, { connectors: [info()], published, versions: list });
    expect(lines[0]).toBe("Working copy | not published yet");
    expect(lines[1]).toBe("1.4.0 | deprecated until 2026-06-01 · 14 enterprises · 12 days ago");
  });
});

describe("Changes by Operation", () => {
  const removed = change({
    id: "operation-removed",
    bump: "major",
    entity: "operation list_tides",
    message: "Operation list_tides was removed.",
    operation: "list_tides",
  });
  const { operation: _, ...host } = change({
    id: "server-host-changed",
    bump: "major",
    entity: "host",
    message: "The host changed from a.example to b.example.",
  });
  const world = { connectors: [compared("major", "2.0.0", [removed, host, change()])] };

  it("say what changed and how it is judged, what breaks first", async () => {
    expect(await text(changes, world)).toEqual([
      "Needs major | 2.0.0 · since 1.4.0",
      "list_tides | major · 1 change",
      "  Operation list_tides was removed. | major",
      "Connection | major · 1 change",
      "  The host changed from a.example to b.example. | major",
      "get_tides | minor · 1 change",
      "  Parameter unit was added and is optional. | minor",
    ]);
  });

  it("lead to the place, and to both texts", async () => {
    const [top, first] = await changes.roots(stage(world).context);
    expect(top?.row).toMatchObject({ click: "patchbay.compare", target: { uri: world.connectors[0]?.uri } });
    expect((await first?.children?.())?.[0]?.row).toMatchObject({
      click: "patchbay.openPlace",
      target: { uri: removed.uri, range: removed.range },
      spoken: "major: Operation list_tides was removed.",
    });
  });

  it("say where there is nothing to list, and what to do", async () => {
    expect(await text(changes, {})).toEqual([]);
    expect(await text(changes, { connectors: [info()] })).toEqual(["Nothing to compare with yet | begins as 1.0.0"]);
    expect(await text(changes, { connectors: [compared("none", "1.4.1", [])] })).toEqual(["Same as 1.4.0"]);
    const [unpublished] = await changes.roots(stage({ connectors: [info()] }).context);
    expect(unpublished?.row.click).toBe("patchbay.publish");
  });

  it("have no text to show of what no registry has", async () => {
    const known = compared("major", "2.0.0", [removed]);
    const revision = { ...known, verdict: { ...known.verdict!, baseline: "git:main", published_at: "" } };
    const [top] = await changes.roots(stage({ connectors: [revision] }).context);
    expect(top?.row).toMatchObject({ label: "Needs major", description: "2.0.0 · since git:main" });
    expect(top?.row.click).toBeUndefined();
  });

  it("are open where they are few, and else only where something breaks", async () => {
    const opened = async (more: number) => {
      const others = Array.from({ length: more }, (_, i) => change({ entity: `parameter p${i} of get_tides` }));
      const nodes = await changes.roots(
        stage({ connectors: [compared("major", "2.0.0", [removed, ...others])] }).context,
      );
      return nodes.slice(1).map(({ row }) => row.expand);
    };
    expect(await opened(3)).toEqual(["open", "open"]);
    expect(await opened(30)).toEqual(["open", "closed"]);
  });

  it("know no row twice", async () => {
    const nodes = await changes.roots(stage(world).context);
    const rows = (await Promise.all(nodes.map(async (node) => [node, ...((await node.children?.()) ?? [])]))).flat();
    expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
  });
});

describe("Catalogue", () => {
  const published = [
    entry(),
    entry({ id: "world/charts", namespace: "world", slug: "charts", name: "Sea Charts", scope: "global" }),
    entry({ id: "harbour/old", slug: "old", name: "Old One", state: "deprecated", sunset: "2026-06-01T00:00:00Z" }),
  ];
  it("is grouped by scope, with the date of deprecated ones", async () => {
    expect(await text(catalogue, { published })).toEqual([
      "Global | 1",
      "  Sea Charts | 1.4.0 · world",
      "harbour | 2",
      "  Tide Tables | 1.4.0",
      "  Old One | 1.4.0 · deprecated until 2026-06-01",
    ]);
  });

  it("is filtered by words anywhere", async () => {
    expect(await text(catalogue, { published }, "sea global")).toEqual(["Global | 1", "  Sea Charts | 1.4.0 · world"]);
    expect(matches(entry(), "TIDE none")).toBe(true);
    expect(matches(entry(), "tide oauth2")).toBe(false);
    expect(await text(catalogue, { published, registries: [] })).toEqual([]);
  });
});

describe("Usage", () => {
  it("shows numbers, and says when they are made up", async () => {
    const numbers = {
      example: true,
      enterprises: 6,
      connections: 1234,
      orchestrations: 3,
      calls7: 10,
      calls30: 20,
      daily: [0, 5, 10],
      versions: [{ version: "1.0.0", connections: 1, calls: 1 }],
      operations: [{ operation: "get_tides", calls: 20 }],
    };
    expect(await text(usage, { connectors: [info()], published: [entry()], usage: numbers })).toEqual([
      "Example data | not measured",
      "Enterprises | 6",
      "Active connections | 1,234",
      "Orchestrations | 3",
      "Calls, last 7 days | 10  ▁▅█",
      "Calls, last 30 days | 20  ▁▅█",
      "Versions still in use | 1",
      "  1.0.0 | 1 connection · 1 call",
      "Most used operations",
      "  get_tides | 20 calls",
    ]);
  });

  it("draws nothing where nothing was called", () => {
    expect(sparkLine([])).toBe("");
    expect(sparkLine([0, 0])).toBe("");
  });
});

describe("what no file can show", () => {
  const attestation = {
    id: "desc-spelling",
    title: "All texts are free of slips.",
    todo: "Read them.",
    by: "person",
    attested_by: "",
    on: "",
  } as const;
  it("is listed with who has made sure of it", async () => {
    const { context } = stage({});
    context.store.active = info({
      attestations: [
        attestation,
        { ...attestation, id: "title-unique", by: "service" },
        { ...attestation, id: "pr-cla", attested_by: "dana", on: "2026-02-01" },
      ],
    });
    const nodes = await checklist.roots(context);
    const besides = nodes.at(-1)!;
    expect(besides.row.label).toBe("For the submission 1/3");
    expect((await besides.children!()).map(({ row }) => row.description)).toEqual([
      "to be attested",
      "asked of a service",
      "dana, 2026-02-01",
    ]);
  });
  it("is not listed where nothing is submitted", async () => {
    const { context } = stage({});
    context.store.active = info();
    expect((await checklist.roots(context)).map(({ row }) => row.label)).not.toContain(
      expect.stringContaining("submission"),
    );
  });
});
