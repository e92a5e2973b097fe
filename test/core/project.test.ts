import { describe, expect, it } from "vitest";
import { examineConnector } from "../../core/checklist/check.ts";
import { valueHash, waive } from "../../core/checklist/waivers.ts";
import { LiveCheck } from "../../core/live/live-check.ts";
import { readConnector } from "../../core/model/read.ts";
import { Reads } from "../../core/syntax/reads.ts";
import type { SourceInput } from "../../core/syntax/source.ts";
import { applyEdits } from "../support/examples.ts";

const TODAY = "2026-01-15";
const DEFINITION = JSON.stringify(
  {
    swagger: "2.0",
    info: { title: "Tides", version: "1.0", description: "Reads the tides of a harbour, hour by hour and day by day." },
    host: "tides.example.com",
    paths: {
      "/tides": {
        get: { summary: "List tides", responses: { 200: { description: "Tides." } } },
      },
    },
  },
  null,
  2,
);
const definition = (folder = ""): SourceInput => ({ path: `${folder}apiDefinition.swagger.json`, text: DEFINITION });
const settings = (text: string, folder = ""): SourceInput => ({ path: `${folder}.patchbay.yaml`, text });

const examine = (...inputs: SourceInput[]) => examineConnector(readConnector(inputs), { today: TODAY });
const severityOf = (rule: string, ...inputs: SourceInput[]): string | undefined =>
  examine(...inputs).findings.find((finding) => finding.rule === rule)?.severity;

describe("settings", () => {
  it("choose the profile", () => {
    expect(examine(definition()).profile).toBe("custom");
    expect(examine(definition(), settings("profile: certified\n")).profile).toBe("certified");
    expect(
      examine(
        definition("certified-connectors/Tides/"),
        settings("profile: independent\n", "certified-connectors/Tides/"),
      ).profile,
    ).toBe("independent");
    expect(examine(definition(), settings("profile: nonsense\n")).profile).toBe("custom");
  });
  it("are overruled by what is asked for", () => {
    const connector = readConnector([definition(), settings("profile: certified\n")]);
    expect(examineConnector(connector, { today: TODAY, profile: "independent" }).profile).toBe("independent");
  });
  it("give rules another severity, or turn them off", () => {
    expect(severityOf("opid-required", definition())).toBe("error");
    expect(severityOf("opid-required", definition(), settings("rules:\n  opid-required: info\n"))).toBe("info");
    for (const off of ["off", '"off"', "false"])
      expect(severityOf("opid-required", definition(), settings(`rules:\n  opid-required: ${off}\n`))).toBeUndefined();
  });
  it("of the nearest file win, one by one", () => {
    const inputs = [
      definition("a/b/"),
      settings("profile: certified\nrules:\n  opid-required: info\n", "a/"),
      settings("rules:\n  opid-required: hint\n", "a/b/"),
    ];
    expect(examine(...inputs).profile).toBe("certified");
    expect(severityOf("opid-required", ...inputs)).toBe("hint");
  });
  it("do not decide where only waivers count", () => {
    const connector = readConnector([definition(), settings("profile: certified\nrules:\n  opid-required: off\n")]);
    const { profile, findings } = examineConnector(connector, { today: TODAY, project: "waivers" });
    expect(profile).toBe("custom");
    expect(findings.some(({ rule }) => rule === "opid-required")).toBe(true);
  });
});

describe("waivers", () => {
  const AT = "apiDefinition.swagger.json#/paths/~1tides/get";
  const found = examine(definition()).findings.find(({ rule }) => rule === "opid-required")!;
  const hash = valueHash(found.place);
  const waiver = (more: Record<string, string> = {}): string =>
    `waivers:\n  - ${Object.entries({
      rule: "opid-required",
      at: AT,
      value: hash,
      reason: "Said elsewhere.",
      author: "dana",
      ...more,
    })
      .filter(([, value]) => value)
      .map(([key, value]) => `${key}: "${value}"`)
      .join("\n    ")}\n`;
  const outcome = (text: string, ...inputs: SourceInput[]): [string[], number] => {
    const { findings, waived } = examine(...(inputs.length ? inputs : [definition()]), settings(text));
    return [
      findings
        .filter(({ rule }) => rule === "waiver-counts" || rule === "opid-required")
        .map(({ rule, message }) => `${rule}: ${message}`),
      waived.length,
    ];
  };

  it("take a finding out", () => {
    expect(outcome(waiver())).toEqual([[], 1]);
    expect(outcome(waiver({ expires: "2026-01-15" }))).toEqual([[], 1]);
  });
  it.each([
    ["no reason", { reason: "" }, "has no reason"],
    ["no author", { author: "" }, "has no author"],
    ["an end that is past", { expires: "2026-01-14" }, "ended on 2026-01-14"],
    ["no value", { value: "" }, `add value: ${hash}`],
    ["another value", { value: "12345678901" }, "has changed since"],
  ])("with %s do not count, and say so", (_, more, message) => {
    const [findings, waived] = outcome(waiver(more));
    expect(waived).toBe(0);
    expect(findings).toHaveLength(2);
    expect(findings.join("\n")).toContain(message);
  });
  it("for what is no more are findings themselves", () => {
    const mended = DEFINITION.replace('"summary"', '"operationId": "ListTides", "summary"');
    const [findings, waived] = outcome(waiver(), { path: "apiDefinition.swagger.json", text: mended });
    expect([findings.length, waived]).toEqual([1, 0]);
    expect(findings[0]).toContain("any more: remove the waiver");
  });
  it("above a connector are about the connectors that they name", () => {
    const named = waiver({ at: `b/${AT}` });
    expect(examine(definition("a/b/"), settings(named, "a/")).waived).toHaveLength(1);
    const other = examine(definition("a/c/"), settings(named, "a/"));
    expect(other.waived).toHaveLength(0);
    expect(other.findings.some(({ rule }) => rule === "waiver-counts")).toBe(false);
  });
  it.each([
    "",
    "profile: certified\n",
    "profile: certified",
    waiver().replace("opid-required", "host-valid"),
    "waivers: []\n",
  ])("are written behind %j", (text) => {
    const inputs = [definition(), settings(text)];
    const decision = { reason: "Said: elsewhere.", author: "dana", expires: "2026-03-01" };
    const edits = waive(found, decision, readConnector(inputs), ".patchbay.yaml");
    const { findings, waived } = examine(...applyEdits(inputs, edits));
    expect(waived.map(({ waiver: { rule, at, expires } }) => [rule, at, expires])).toEqual([
      ["opid-required", AT, "2026-03-01"],
    ]);
    expect(findings.some(({ rule }) => rule === "opid-required" || rule === "syntax")).toBe(false);
  });
});

it("a connector that is edited is checked by its settings as they stand", () => {
  const connector = readConnector([definition(), settings("rules:\n  opid-required: info\n")], {
    reads: new Reads(),
  });
  const live = new LiveCheck(connector, { today: TODAY });
  const severity = (): string | undefined => {
    live.update();
    return live.findings.find(({ rule }) => rule === "opid-required")?.severity;
  };
  expect(severity()).toBe("info");
  const file = connector.files.find(({ role }) => role === "project")!;
  const at = file.text.indexOf("info");
  file.edit?.({ start: at, end: at + 4, text: "hint" });
  expect(severity()).toBe("hint");
  file.edit?.({ start: 0, end: file.text.length, text: "" });
  expect(severity()).toBe("error");
});
