import { describe, expect, it } from "vitest";
import { rules } from "../../core/checklist/generated.ts";
import { applyEdits, findingsOf, readExample, showFinding, showMarker } from "../support/examples.ts";

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  const family = rule.families[0]!;

  it.each(rule.examples.bad.map((text, index) => [index, text] as const))(
    "bad example %i gives exactly its markers",
    (index, text) => {
      const { files, markers } = readExample(text, family);
      const findings = findingsOf(rule, files);
      expect(markers.length, "a bad example has at least one marker").toBeGreaterThan(0);
      expect(findings.map(showFinding).sort()).toEqual(markers.map(showMarker).sort());
      for (const marker of markers.filter((one) => one.text)) {
        const messages = findings
          .filter((finding) => showFinding(finding) === showMarker(marker))
          .map((finding) => finding.message);
        expect(
          messages.some((message) => message.includes(marker.text)),
          `${JSON.stringify(messages)} contains "${marker.text}"`,
        ).toBe(true);
      }
      const expected = rule.examples.fixed?.[index];
      const fixes = findings.flatMap((finding) => finding.fixes.slice(0, 1));
      if (expected === undefined)
        return expect(fixes.length, "a finding has a fix, but the example does not show its result").toBe(0);
      const names = new Map(fixes.flatMap(({ rename }) => (rename ? [[rename.path, rename.to] as const] : [])));
      const edited = applyEdits(
        files,
        fixes.flatMap((fix) => fix.edits()),
      );
      const fixed = edited.map((file) => ({ ...file, path: names.get(file.path) ?? file.path }));
      expect(fixed).toEqual(readExample(expected, family).files);
      // What has no fix stays; everything else is gone, and nothing new has come.
      const rest = findings.filter((finding) => !finding.fixes.length).map((finding) => finding.message);
      expect(
        findingsOf(rule, fixed)
          .map((finding) => finding.message)
          .sort(),
      ).toEqual(rest.sort());
    },
  );

  it.each(rule.examples.good.map((text, index) => [index, text] as const))(
    "good example %i is silent",
    (_index, text) => {
      const { files } = readExample(text, family);
      expect(findingsOf(rule, files).map((finding) => `${showFinding(finding)} ${finding.message}`)).toEqual([]);
    },
  );

  it("has texts that say what, why and what to do", () => {
    for (const text of [rule.summary, rule.why, rule.todo, rule.source]) expect(text.trim().length).toBeGreaterThan(15);
    expect(rule.summary).toMatch(/[.]$/);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
    expect(rule.id).toMatch(/^[a-z][a-z0-9-]*$/);
  });
});

describe("half-typed text", () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))("%s survives every prefix of its examples", (_id, rule) => {
    for (const text of [...rule.examples.bad, ...rule.examples.good]) {
      const { files } = readExample(text, rule.families[0]!);
      const main = files[0]!;
      for (let length = 0; length < main.text.length; length += 3) {
        const findings = findingsOf(rule, [{ ...main, text: main.text.slice(0, length) }, ...files.slice(1)]);
        expect(findings.filter((finding) => finding.rule === "internal").map((finding) => finding.message)).toEqual([]);
      }
    }
  });
});
