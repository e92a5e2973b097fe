import { describe, expect, it } from "vitest";
import publishCommand, { guideProblem, notesProblem } from "../../client/commands/publish.ts";
import updateCommand from "../../client/commands/publish-update.ts";
import { Cancelled } from "../../client/shell/errors.ts";
import { away, back, change, compared, entry, finding, info, stage, uri } from "./support.ts";

const scope = "pick Publish Tide Tables: Who shall see it?";

describe("a first version", () => {
  it("asks scope, notes and confirmation, and sends exactly what was confirmed", async () => {
    const { context, log, sent } = stage({ connectors: [info()] }, [
      "Enterprise",
      "as it is",
      "Publish Tide Tables 1.0.0",
    ]);
    await publishCommand.run(context, uri);
    expect(log.filter((line) => line.startsWith("pick"))).toEqual([
      scope,
      "pick Publish Tide Tables: A published version cannot be changed any more.",
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.args).toEqual([
      "harbour/tide-tables",
      {
        version: "1.0.0",
        first: true,
        scope: "enterprise",
        files: [{ path: "tides.connector.yaml", text: "version: 1.0.0\n" }],
        notes: "- Drafted from the changes.",
        guide: undefined,
        reason: undefined,
      },
    ]);
    expect(log).toContain("say Tide Tables 1.0.0 is published in Harbour.");
    expect(log).toContain("registry changed");
  });

  it("shows Global to everybody, and lets a platform admin choose it", async () => {
    const one = stage({ connectors: [info()], person: { roles: ["creator"] } }, ["Global"]);
    await expect(publishCommand.run(one.context, uri)).rejects.toThrow(/needs a platform admin/);
    const other = stage({ connectors: [info()], person: { roles: ["platform_admin"] } }, [
      "Global",
      "as it is",
      "Publish Tide Tables 1.0.0",
    ]);
    await publishCommand.run(other.context, uri);
    expect(other.sent[0]?.args[1]).toMatchObject({ scope: "global" });
  });

  it("goes back from the confirmation to the notes, and from them to the scope, keeping what was written", async () => {
    const { context, log, sent } = stage({ connectors: [info()] }, [
      "Enterprise",
      "My own words.",
      back,
      "as it is",
      "Publish Tide Tables 1.0.0",
    ]);
    await publishCommand.run(context, uri);
    expect(log).toContain("text My own words.");
    expect(sent[0]?.args[1]).toMatchObject({ notes: "My own words." });
  });

  it("sends nothing when a prompt is closed", async () => {
    for (const answers of [[away], ["Enterprise", away], ["Enterprise", "as it is", away]] as (
      | string
      | typeof away
    )[][]) {
      const { context, sent, log } = stage({ connectors: [info()] }, answers);
      await expect(publishCommand.run(context, uri)).rejects.toBeInstanceOf(Cancelled);
      expect(sent).toEqual([]);
      expect(log.some((line) => line.startsWith("replace"))).toBe(false);
    }
  });

  it("says what to do when there is no slug, and when there is no connector at all", async () => {
    await expect(publishCommand.run(stage({ connectors: [info({ slug: "" })] }).context, uri)).rejects.toThrow(/slug/);
    await expect(publishCommand.run(stage().context)).rejects.toThrow("There is no connector in this workspace yet.");
  });

  it("asks a platform admin why, in the namespace of somebody else", async () => {
    const { context, sent } = stage(
      {
        connectors: [info()],
        person: { namespace: "platform", enterprise: "platform", roles: ["platform_admin"] },
        registries: [{ name: "Harbour", url: "https://registry.example.com", namespace: "harbour" }],
      },
      ["Enterprise", "They asked for it.", "as it is", "Publish Tide Tables 1.0.0"],
    );
    await publishCommand.run(context, uri);
    expect(sent[0]?.args[1]).toMatchObject({ reason: "They asked for it." });
  });
});

describe("the checklist", () => {
  it("lists what blocks, and goes to the place that is chosen", async () => {
    const { context, log, sent } = stage({ connectors: [info({ findings: [finding()] })] }, [finding().message]);
    await expect(publishCommand.run(context, uri)).rejects.toBeInstanceOf(Cancelled);
    expect(log).toContain("pick Publish Tide Tables: 1 thing blocks publishing. Choose one to go there.");
    expect(log).toContain(`open ${uri}:4`);
    expect(sent).toEqual([]);
  });

  it("lets warnings be accepted", async () => {
    const warning = finding({ severity: "warning" });
    const { context, sent } = stage({ connectors: [info({ findings: [warning] })] }, [
      "Go on with 1 warning",
      "Enterprise",
      "as it is",
      "Publish Tide Tables 1.0.0",
    ]);
    await publishCommand.run(context, uri);
    expect(sent).toHaveLength(1);
  });

  it("does not count what publishing itself settles: number and notes", async () => {
    const settled = [finding({ settled: true }), finding({ rule: "release-notes-present", settled: true })];
    const { context, log } = stage({ connectors: [info({ findings: settled })] }, [away]);
    await expect(publishCommand.run(context, uri)).rejects.toBeInstanceOf(Cancelled);
    expect(log).toContain(scope);
  });
});

describe("an update", () => {
  it("prefers the required bump and shows smaller ones with the reason", async () => {
    const world = { connectors: [compared("minor", "1.5.0", [change()])], published: [entry()] };
    const played = stage(world, ["1.5.0", "as it is", "Publish Tide Tables 1.5.0"]);
    const versions: unknown[] = [];
    const pick = played.context.ui.pick;
    played.context.ui.pick = (options, choices) => {
      if (options.placeholder?.startsWith("Compared"))
        versions.push(choices.map(({ label, disabled, preferred }) => [label, !!disabled, !!preferred]));
      return pick(options, choices);
    };
    await updateCommand.run(played.context, uri);
    expect(versions).toEqual([
      [
        ["1.4.1", true, false],
        ["1.5.0", false, true],
        ["2.0.0", false, false],
      ],
    ]);
    expect(played.sent[0]?.args[1]).toMatchObject({ version: "1.5.0", first: false });
    // The number is written into the working copy, after the registry has accepted.
    expect(played.log.indexOf(`replace ${uri}`)).toBeGreaterThan(
      played.log.indexOf("progress Publishing Tide Tables 1.5.0"),
    );
  });

  it("refuses a smaller one by its reason", async () => {
    const world = { connectors: [compared("minor", "1.5.0", [change()])], published: [entry()] };
    await expect(updateCommand.run(stage(world, ["1.4.1"]).context, uri)).rejects.toThrow(
      /patch is too small\. Parameter unit/,
    );
  });

  it("leaves the working copy alone when the registry refuses", async () => {
    const world = {
      connectors: [compared("minor", "1.5.0", [change()])],
      published: [entry()],
      refuse: new Error("no"),
    };
    const { context, log } = stage(world, ["1.5.0", "as it is", "Publish Tide Tables 1.5.0"]);
    await expect(updateCommand.run(context, uri)).rejects.toThrow("no");
    expect(log.some((line) => line.startsWith("replace"))).toBe(false);
  });

  describe("that breaks", () => {
    const removed = change({
      id: "operation-removed",
      entity: "operation get_tides",
      bump: "major",
      message: "Operation get_tides was removed.",
    });
    const world = { connectors: [compared("major", "2.0.0", [removed], 41)], published: [entry()] };
    const send = "Publish Tide Tables 2.0.0";

    it("proposes a migration guide in a text of its own, and sends what stands there", async () => {
      const { context, log, sent } = stage(world, ["2.0.0", "as it is", "as it is", send]);
      await updateCommand.run(context, uri);
      expect(log.filter((line) => line.startsWith("edit"))).toEqual([
        "edit Release notes of Tide Tables 2.0.0.md",
        "edit Migration guide to Tide Tables 2.0.0.md",
      ]);
      expect(sent[0]?.args[1]).toMatchObject({
        notes: "- Drafted from the changes.",
        guide: "# To 2.0.0\n\n7 orchestrations\n\n## get_tides\n\nIt is gone.",
      });
    });

    it("asks again until the guide covers what breaks, and keeps what was written", async () => {
      const { context, log, sent } = stage(world, [
        "2.0.0",
        "Removed.",
        "",
        "Something is gone.",
        "## get_tides\n\nCall list_tides.",
        send,
      ]);
      await updateCommand.run(context, uri);
      expect(log).toContain("say A major version needs a migration guide that says what users have to do.");
      expect(log).toContain(
        "say Operation get_tides was removed. The migration guide says nothing about get_tides: add a section for it.",
      );
      expect(log).toContain("text Something is gone.");
      expect(sent[0]?.args[1]).toMatchObject({ notes: "Removed.", guide: "## get_tides\n\nCall list_tides." });
    });

    it("goes back from the confirmation to the guide, with the words of the author", async () => {
      const { context, log } = stage(world, [
        "2.0.0",
        "as it is",
        "## get_tides\n\nMy own words.",
        back,
        "as it is",
        send,
      ]);
      await updateCommand.run(context, uri);
      expect(log).toContain("text ## get_tides\n\nMy own words.");
    });

    it("counts what is missing, too", () => {
      const other = { ...removed, entity: "operation b", operation: "b", message: "Operation b was removed." };
      expect(guideProblem("x", [removed, other])).toMatch(/add a section for it\. 1 other change is missing, too\.$/);
      expect(guideProblem("## b\n\n## get_tides\n\nx", [removed, other])).toMatch(/^Operation b was removed\./);
      expect(guideProblem("x", [change()])).toBeUndefined();
    });
  });

  it("is refused in a sentence for what was never published", async () => {
    await expect(updateCommand.run(stage({ connectors: [info()] }).context, uri)).rejects.toThrow(
      "Tide Tables was never published, so there is nothing to update.",
    );
  });
});

describe("release notes", () => {
  it("need a line of text, except for a first version", () => {
    expect(notesProblem("# Heading only\n", "minor")).toMatch(/at least one line/);
    expect(notesProblem("", undefined)).toBeUndefined();
    expect(notesProblem("x", "minor")).toBeUndefined();
  });
});
