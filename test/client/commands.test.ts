import { describe, expect, it } from "vitest";
import addRegistry, { addressProblem } from "../../client/commands/add-registry.ts";
import check from "../../client/commands/check.ts";
import copyReference from "../../client/commands/copy-reference.ts";
import copyToWorkspace from "../../client/commands/copy-to-workspace.ts";
import deprecate, { dateProblem } from "../../client/commands/deprecate.ts";
import newConnector from "../../client/commands/new-connector.ts";
import openReadOnly from "../../client/commands/open-read-only.ts";
import promote from "../../client/commands/promote.ts";
import showChanges from "../../client/commands/show-changes.ts";
import signIn from "../../client/commands/sign-in.ts";
import startLocalRegistry from "../../client/commands/start-local-registry.ts";
import unpublish from "../../client/commands/unpublish.ts";
import { explain } from "../../client/shell/errors.ts";
import { RegistryError } from "../../core/api/problems.ts";
import { SignInError } from "../../core/api/sign-in.ts";
import { away, back, change, compared, entry, finding, info, stage, uri } from "./support.ts";

const target = { id: "harbour/tide-tables" };

describe("Deprecate…", () => {
  it("asks for the day, a message and a replacement", async () => {
    const other = entry({ id: "harbour/charts", slug: "charts", name: "Sea Charts" });
    const { context, sent, log } = stage({ published: [entry(), other] }, [
      "60 days",
      "Use the sea charts.",
      "Sea Charts",
      "Deprecate Tide Tables until 2026-04-30",
    ]);
    await deprecate.run(context, target);
    expect(sent[0]?.args).toEqual([
      "harbour/tide-tables",
      { sunset: "2026-04-30", message: "Use the sea charts.", replacement: "harbour/charts" },
    ]);
    expect(log).toContain("say Tide Tables is deprecated until 2026-04-30.");
  });

  it("takes a day of one's own and goes back over it", async () => {
    const { context, sent } = stage({ published: [entry()] }, [
      "Other…",
      back,
      "Other…",
      "2026-12-24",
      "Gone by Christmas.",
      "Deprecate Tide Tables until 2026-12-24",
    ]);
    await deprecate.run(context, target);
    expect(sent[0]?.args[1]).toMatchObject({ sunset: "2026-12-24", replacement: undefined });
  });

  it.each([
    ["2026-03-31", undefined],
    ["2026-03-30", "The earliest day is 2026-03-31, 30 days from now."],
    ["2026-02-30", "There is no 2026-02-30 in the calendar."],
    ["tomorrow", "Write a day as YYYY-MM-DD."],
    ["2026-13-01", "Write a day as YYYY-MM-DD."],
  ])("%s as the last day: %s", (day, problem) => {
    expect(dateProblem(day, new Date("2026-03-01T12:00:00Z"))).toBe(problem);
  });
});

describe("Unpublish…", () => {
  it("only shows what happens when nobody uses it", async () => {
    const { context, sent } = stage({ published: [entry()] }, ["Unpublish Tide Tables"]);
    await unpublish.run(context, target);
    expect(sent).toEqual([{ method: "unpublish", args: ["harbour/tide-tables", undefined] }]);
  });

  it("is refused while it is in use, with the way to go", async () => {
    const { context, sent } = stage({ published: [entry()], usage: { connections: 3, orchestrations: 1 } });
    await expect(unpublish.run(context, target)).rejects.toThrow(
      "3 connections and 1 orchestration still use Tide Tables. Deprecate it first; it can be unpublished when the notice is over.",
    );
    expect(sent).toEqual([]);
  });

  it("wants a reason and the slug of a platform admin who overrides that", async () => {
    const world = { published: [entry()], usage: { connections: 3 }, person: { roles: ["platform_admin" as const] } };
    const { context, sent } = stage(world, ["Unpublish Tide Tables", "It leaks data.", "tide-tables"]);
    await unpublish.run(context, target);
    expect(sent[0]?.args[1]).toEqual({ reason: "It leaks data.", confirm: "tide-tables" });
    const wrong = stage(world, ["Unpublish Tide Tables", "It leaks data.", "tide"]);
    await expect(unpublish.run(wrong.context, target)).rejects.toThrow("Type tide-tables, exactly so.");
    expect(wrong.sent).toEqual([]);
  });

  it("is plain when the notice is over", async () => {
    const gone = entry({ state: "deprecated", sunset: "2026-02-01T00:00:00Z" });
    const { context, sent } = stage({ published: [gone], usage: { connections: 3 } }, ["Unpublish Tide Tables"]);
    await unpublish.run(context, target);
    expect(sent[0]?.args[1]).toBeUndefined();
  });
});

describe("Promote…", () => {
  it("needs a platform admin and an enterprise's published connector", async () => {
    await expect(promote.run(stage({ published: [entry()] }).context, target)).rejects.toThrow(
      /needs a platform admin/,
    );
    const world = { published: [entry({ scope: "global" as const })], person: { roles: ["platform_admin" as const] } };
    await expect(promote.run(stage(world).context, target)).rejects.toThrow(/global catalogue already/);
    const { context, sent } = stage({ published: [entry()], person: { roles: ["platform_admin"] } }, [
      "Promote Tide Tables 1.4.0",
    ]);
    await promote.run(context, target);
    expect(sent).toEqual([{ method: "promote", args: ["harbour/tide-tables"] }]);
  });
});

describe("registries", () => {
  it("are connected by address, name and token; the token is tried first", async () => {
    const { context, log } = stage({}, ["https://other.example.com/", "Other", "secret"]);
    await addRegistry.run(context);
    expect(log.indexOf("sign in Other secret")).toBeLessThan(log.indexOf("add Other https://other.example.com"));
  });

  it("are not stored when the token is refused", async () => {
    const refuse = new RegistryError("unauthenticated", 401, "no", "https://other.example.com");
    const { context, log } = stage({ refuse }, ["https://other.example.com", "Other", "wrong"]);
    await expect(addRegistry.run(context)).rejects.toBe(refuse);
    expect(log.some((line) => line.startsWith("add"))).toBe(false);
  });

  it.each([
    ["https://registry.example.com", true],
    ["http://localhost:4870", true],
    ["http://127.0.0.1:4870", true],
    ["http://registry.example.com", false],
    ["ftp://registry.example.com", false],
    ["registry", false],
  ])("%s as an address: %s", (address, fine) => {
    expect(addressProblem(address) === undefined).toBe(fine);
  });

  it("are signed in to with a code that is shown, or with a token", async () => {
    const code = stage({}, ["With a code"]);
    await signIn.run(code.context);
    expect(code.log).toContain("say Confirm the code BCDF-GHJK at registry.example.com.");
    expect(code.log).toContain("say Signed in to Harbour as ada (enterprise admin).");
    const token = stage({}, ["With a token", " abc "]);
    await signIn.run(token.context);
    expect(token.log).toContain("sign in Harbour abc");
    const refuse = new SignInError("Nobody confirmed the code in time. Begin the sign-in again.");
    await expect(signIn.run(stage({ refuse }, ["With a code"]).context)).rejects.toBe(refuse);
    expect(explain(refuse)).toMatchObject({ message: refuse.message, remedies: [{ command: "patchbay.signIn" }] });
  });

  it("take a token without asking when a script hands it over", async () => {
    const { context, log } = stage();
    await signIn.run(context, { token: " abc " });
    expect(log).toContain("sign in Harbour abc");
    expect(log).toContain("say Signed in to Harbour as ada (enterprise admin).");
  });

  it("cannot be started in a browser, and can elsewhere", async () => {
    await expect(startLocalRegistry.run(stage().context)).rejects.toThrow(/inside a browser/);
    const { context, log } = stage();
    context.local = { start: async () => ({ url: "http://127.0.0.1:4870", token: "t" }) };
    await startLocalRegistry.run(context);
    expect(log).toContain("sign in Local t");
    expect(log).toContain("add Local http://127.0.0.1:4870");
  });
});

describe("reading", () => {
  const published = [entry()];
  it("opens a published file", async () => {
    const { context, log } = stage({ published });
    await openReadOnly.run(context, { ...target, version: "1.0.0" });
    expect(log).toEqual(["open harbour/tide-tables@1.0.0/tides.connector.yaml"]);
  });

  it("copies a version to a folder of its own", async () => {
    const { context, log } = stage({ published });
    await copyToWorkspace.run(context, target);
    expect(log).toContain("write tide-tables/tides.connector.yaml");
  });

  it("copies the reference of a row, or of the newest version", async () => {
    const { context, log } = stage({ published });
    await copyReference.run(context, { row: { target: { ...target, version: "1.0.0" } } });
    await copyReference.run(context, target);
    expect(log).toEqual(["copy harbour/tide-tables@1.0.0", "copy harbour/tide-tables@1.4.0"]);
  });
});

describe("Show Changes", () => {
  it("lists the largest bump first and goes to the place", async () => {
    const removed = change({ id: "operation-removed", bump: "major", message: "Operation old was removed." });
    const played = stage({ connectors: [compared("major", "2.0.0", [change(), removed])] }, [removed.message]);
    await showChanges.run(played.context, uri);
    expect(played.offered.map(({ label, group }) => [label, group])).toEqual([
      [removed.message, "major"],
      [change().message, "minor"],
    ]);
    expect(played.log).toContain(
      "pick Tide Tables: this change needs major: Compared with 1.4.0, published 59 days ago",
    );
    expect(played.log).toContain(`open ${uri}:4`);
  });

  it("says so when there is nothing to show", async () => {
    const { context, log } = stage({ connectors: [compared("none", "1.4.1", [])] });
    await showChanges.run(context, uri);
    expect(log).toEqual(["say Tide Tables is the same as 1.4.0."]);
  });
});

describe("Check Connector", () => {
  it("shows the checklist and sums up", async () => {
    const { context, log } = stage({ connectors: [info({ findings: [finding(), finding({ severity: "warning" })] })] });
    await check.run(context, uri);
    expect(log).toEqual([
      "show patchbay.checklist",
      "say 1 thing blocks publishing Tide Tables. 1 warning can be accepted.",
    ]);
  });
});

describe("New Connector…", () => {
  it.each([
    ["Blank definition", "write harbour-weather.connector.yaml"],
    [
      "Blank Power Platform folder",
      "write harbour-weather/apiDefinition.swagger.json harbour-weather/apiProperties.json harbour-weather/readme.md",
    ],
  ])("%s", async (kind, written) => {
    const { context, log } = stage({}, [kind, "Harbour Weather"]);
    await newConnector.run(context);
    expect(log).toContain(written);
  });

  it("writes nothing over what is there", async () => {
    const { context, log } = stage({}, ["Blank definition", "Taken"]);
    await expect(newConnector.run(context)).rejects.toThrow("taken.connector.yaml exists already.");
    expect(log.some((line) => line.startsWith("write"))).toBe(false);
  });

  it("makes nothing when a prompt is closed", async () => {
    const { context, log } = stage({}, ["Blank definition", away]);
    await expect(newConnector.run(context)).rejects.toThrow("Cancelled");
    expect(log.some((line) => line.startsWith("write"))).toBe(false);
  });
});
