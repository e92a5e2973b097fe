import { describe, expect, it } from "vitest";
import type { Connector } from "../../core/model/connector.ts";
import { readConnector } from "../../core/model/read.ts";
import { changeFindings } from "../../core/remedy/findings.ts";
import { fixesOf } from "../../core/remedy/fixes.ts";
import { isMajorStep, versionFinding } from "../../core/remedy/version.ts";
import { applyEdits } from "../../core/syntax/apply.ts";
import { compareConnectors } from "../../core/versioning/compare.ts";
import { rules } from "../../core/versioning/generated.ts";
import type { Change } from "../../core/versioning/types.ts";
import { readExample } from "../support/examples.ts";

const familyOf = (text: string) => (/^\s*[{=]/.test(text) ? "powerplatform" : "definition");
const read = (text: string): Connector => readConnector(readExample(text, familyOf(text)).files);
const majors = (before: Connector, after: Connector): Change[] =>
  compareConnectors(before, after).changes.filter(({ bump }) => bump === "major");
/** Titles of the fixes that are offered for a change, with the connectors that they lead to. */
function offered(change: Change, before: Connector, after: Connector): Map<string, Connector> {
  const found = new Map<string, Connector>();
  for (const { title, edits } of fixesOf(change, before, after)) {
    const own = edits();
    if (own.length) found.set(title, readConnector(applyEdits(after.files, own), { folder: after.isFolder }));
  }
  return found;
}

// biome-ignore lint/suspicious/noExplicitAny: tests look at single values of any document.
const data = (connector: Connector | undefined): any => JSON.parse(connector!.main.text);

/** Kinds of breaking changes for which nothing can be edited that would take them back, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  "connector-family-changed": "another family is another file",
};

describe("every kind of breaking change can be taken back", () => {
  const breaking = rules.filter(({ requires }) => requires === "major");
  it.each(breaking.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    const pairs = rule.examples.filter(({ expect: ids }) => ids.includes(id));
    let fixes = 0;
    for (const { before, after } of pairs) {
      const [old, now] = [read(before), read(after)];
      for (const change of majors(old, now).filter((each) => each.id === id)) {
        for (const result of offered(change, old, now).values()) {
          fixes++;
          const left = majors(old, result).map((each) => `${each.id} ${each.entity}`);
          expect(left).not.toContain(`${id} ${change.entity}`);
        }
      }
    }
    if (id in WITHOUT) expect(fixes, WITHOUT[id]).toBe(0);
    else expect(fixes).toBeGreaterThan(0);
  });
});

const swagger = (paths: object, definitions?: object): string =>
  JSON.stringify(
    { swagger: "2.0", info: { title: "Tides", version: "1.0.0" }, paths, ...(definitions && { definitions }) },
    null,
    2,
  );
const operation = (over: object = {}): object => ({
  operationId: "ListTides",
  parameters: [{ name: "port", in: "query", type: "string" }],
  responses: { 200: { description: "Tides.", schema: { $ref: "#/definitions/Tides" } } },
  ...over,
});
const definitions = { Tides: { type: "object", properties: { high: { type: "string" }, low: { type: "string" } } } };

function titles(before: string, after: string): Record<string, string[]> {
  const [old, now] = [read(before), read(after)];
  return Object.fromEntries(majors(old, now).map((change) => [change.id, [...offered(change, old, now).keys()]]));
}

describe("ways out", () => {
  const before = swagger({ "/tides": { get: operation() } }, definitions);
  it("restores an operation with its path and the schemas that went with it", () => {
    const after = swagger({});
    const [old, now] = [read(before), read(after)];
    const change = majors(old, now)[0]!;
    const fixes = offered(change, old, now);
    expect([...fixes.keys()]).toEqual([
      "Restore operation ListTides",
      "Restore operation ListTides, marked as deprecated",
    ]);
    expect(data(fixes.get("Restore operation ListTides"))).toEqual(JSON.parse(before));
    const deprecated = data(fixes.get("Restore operation ListTides, marked as deprecated"));
    expect(deprecated.paths["/tides"].get.deprecated).toBe(true);
  });
  it("makes a new parameter optional, or takes it away", () => {
    const after = swagger(
      {
        "/tides": {
          get: operation({
            parameters: [
              { name: "port", in: "query", type: "string" },
              { name: "day", in: "query", type: "string", required: true },
            ],
          }),
        },
      },
      definitions,
    );
    expect(titles(before, after)["new-required-request-parameter"]).toEqual([
      "Make parameter day of ListTides optional",
      "Take away day",
      "Keep ListTides as it was, and add ListTides_V2 beside it",
    ]);
  });
  it("keeps an operation beside what it has become", () => {
    const after = swagger({ "/tides": { get: operation({ parameters: [] }) } }, definitions);
    const [old, now] = [read(before), read(after)];
    const fixes = offered(majors(old, now)[0]!, old, now);
    const result = fixes.get("Keep ListTides as it was, and add ListTides_V2 beside it")!;
    expect(data(result).paths).toMatchObject({
      "/tides": {
        get: {
          operationId: "ListTides",
          deprecated: true,
          "x-ms-api-annotation": { family: "ListTides", revision: 1, replacement: { operationId: "ListTides_V2" } },
        },
      },
      "/v2/tides": {
        get: { operationId: "ListTides_V2", "x-ms-api-annotation": { family: "ListTides", revision: 2 } },
      },
    });
    expect(compareConnectors(old, result).bump).toBe("minor");
  });
  it("puts back what a value said", () => {
    const typed = (type: string): string =>
      swagger({ "/tides": { get: operation({ parameters: [{ name: "port", in: "query", type }] }) } }, definitions);
    expect(titles(typed("string"), typed("integer"))["request-parameter-type-changed"]?.[0]).toBe(
      'Put back type: "string"',
    );
  });
  it("gives a list its values back and keeps the new ones", () => {
    const listed = (...values: string[]): string =>
      swagger(
        { "/tides": { get: operation({ parameters: [{ name: "port", in: "query", type: "string", enum: values }] }) } },
        definitions,
      );
    const [old, now] = [read(listed("a", "b")), read(listed("b", "c"))];
    const [[title, result] = []] = offered(majors(old, now)[0]!, old, now);
    expect(title).toBe('Add "a" again');
    expect(data(result).paths["/tides"].get.parameters[0].enum).toEqual(["b", "c", "a"]);
  });
});

describe("findings", () => {
  const before = read(swagger({ "/tides": { get: operation() } }, definitions));
  const after = read(swagger({}, definitions));
  const verdict = compareConnectors(before, after);
  const compared = { before, verdict, name: "1.4.0" };
  it("say what breaks, with what, and where it was", () => {
    expect(changeFindings([compared], after, false)).toMatchObject([
      {
        rule: "operation-removed",
        severity: "warning",
        message: "Operation ListTides was removed: that breaks what was made with 1.4.0.",
        related: [{ message: "In 1.4.0", place: { pointer: "/paths/~1tides/get/operationId" } }],
      },
    ]);
  });
  it.each([
    ["the number says so", { ...compared }, true],
    ["nobody uses it", { ...compared, enterprises: 0 }, false],
  ])("are information where %s", (_why, side, isRaised) => {
    expect(changeFindings([side], after, isRaised).map(({ severity }) => severity)).toEqual(["info"]);
  });
  it("of several versions are said once", () => {
    expect(changeFindings([compared, { ...compared, name: "1.3.0" }], after, false)).toHaveLength(1);
  });
  it("of the number come with the right number", () => {
    const finding = versionFinding(after, { name: "1.4.0", versions: ["1.4.0"] }, verdict);
    expect(finding?.message).toContain("needs major");
    expect(applyEdits(after.files, finding!.fixes[0]!.edits())[0]!.text).toContain('"version": "2.0.0"');
    expect(
      versionFinding(after, { name: "git:main", versions: [] }, verdict),
      "no number to compare with",
    ).toBeUndefined();
    expect(isMajorStep(after, { name: "", versions: ["0.9.0"] })).toBe(true);
    expect(isMajorStep(after, { name: "", versions: ["1.4.0", "1.3.0"] })).toBe(false);
  });
});
