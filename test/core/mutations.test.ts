import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkConnector } from "../../core/checklist/check.ts";
import { rules } from "../../core/checklist/generated.ts";
import { groupFolder, readConnector } from "../../core/model/read.ts";
import type { SourceInput } from "../../core/syntax/source.ts";
import { documentMutations } from "../support/mutations/documents.ts";
import { operationMutations } from "../support/mutations/operations.ts";
import type { Mutation, Subject } from "../support/mutations/types.ts";
import { corpus, filesBelow, hasCorpus, noCorpus } from "../support/paths.ts";

if (!hasCorpus) process.stderr.write(`Skipped: ${noCorpus}.\n`);

/** How many connectors each mutation is tried on. */
const EACH = 3;
const all: readonly Mutation[] = [...operationMutations, ...documentMutations];

/** A clean connector; the main file comes first. */
interface Clean {
  readonly name: string;
  readonly subject: Subject;
}

function load(files: readonly string[]): Subject | undefined {
  const text = (pattern: RegExp): string | undefined => {
    const file = files.find((one) => pattern.test(one));
    return file && readFileSync(file, "utf8").replace(/^\ufeff/, "");
  };
  try {
    const properties = text(/apiProperties\.json$/i);
    return {
      doc: JSON.parse(text(/swagger\.json$/i) ?? ""),
      properties: properties && JSON.parse(properties).properties,
      readme: text(/readme\.md$/i),
      files: {},
    };
  } catch {
    return undefined;
  }
}
function write(name: string, { doc, properties, wrapper = { properties }, readme, files }: Subject): SourceInput[] {
  const folder = `certified-connectors/${name}`;
  return [
    { path: `${folder}/apiDefinition.swagger.json`, text: JSON.stringify(doc, null, 2) },
    ...(properties ? [{ path: `${folder}/apiProperties.json`, text: JSON.stringify(wrapper, null, 2) }] : []),
    ...(readme === undefined ? [] : [{ path: `${folder}/readme.md`, text: readme }]),
    ...Object.entries(files).map(([file, text]) => ({ path: `${folder}/${file}`, text })),
  ];
}
function errorsOf(name: string, subject: Subject): string[] {
  const connector = readConnector(write(name, subject), { folder: true });
  const found = checkConnector(connector, { today: "2026-01-15" }).filter(({ severity }) => severity === "error");
  return [...new Set(found.map(({ rule }) => rule))].sort();
}

/** Certified connectors without any error, the small ones first. */
function cleanOnes(): Clean[] {
  const folders = new Map<string, string[]>();
  for (const file of filesBelow(path.join(corpus, "dev")))
    if (file.includes("certified-connectors"))
      folders.set(path.dirname(file), [...(folders.get(path.dirname(file)) ?? []), file]);
  return [...folders]
    .filter(([, files]) => groupFolder(files).length === 1)
    .flatMap(([folder, files]) => {
      const subject = load(files);
      return subject ? [{ name: path.basename(folder), subject }] : [];
    })
    .filter(({ name, subject }) => errorsOf(name, subject).length === 0)
    .sort((a, b) => JSON.stringify(a.subject).length - JSON.stringify(b.subject).length);
}

describe.skipIf(!hasCorpus)(`one thing is broken in a clean real connector (skipped when ${noCorpus})`, () => {
  const clean = hasCorpus ? cleanOnes() : [];
  it.each(all.map((mutation) => [mutation.rule, mutation] as const))("%s fires, and nothing else", (rule, mutation) => {
    const found: string[][] = [];
    for (const { name, subject } of clean) {
      const copy = structuredClone(subject);
      if (!mutation.mutate(copy)) continue;
      found.push(errorsOf(name, copy));
      if (found.length === EACH) break;
    }
    expect(found.length, "some real connector can be broken in this way").toBeGreaterThan(0);
    for (const errors of found) {
      expect(errors).toContain(rule);
      expect(errors.filter((other) => other !== rule && !mutation.also?.includes(other))).toEqual([]);
    }
  });
});

it("every rule about Power Platform connectors that is an error is broken once, or says why not", () => {
  const broken = new Set(all.map(({ rule }) => rule));
  const wanted = rules.filter(({ severity, families }) => severity === "error" && families.includes("powerplatform"));
  expect(wanted.map(({ id }) => id).filter((id) => !broken.has(id) && !(id in ELSEWHERE))).toEqual([]);
});

/** Rules that no connector of the folder of certified ones can break in this way. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  "ap-iconbrandcolor-ip": "is about independent publishers only; see its examples",
  "known-keys": "is an error in connector definitions, and in settings a warning; see its examples",
  "icon-ip-none": "is about independent publishers only; see its examples",
  "pr-title-final": "is about independent publishers only; see its examples",
  "pr-title-proposal": "is about independent publishers only; see its examples",
  "pr-folder": "is about where a folder lies, and not about what is in it; see its examples",
  "package-inner-zip": "is about packages, which hold no folder of a connector; see its examples",
  "package-outer-zip": "is about packages, which hold no folder of a connector; see its examples",
  "package-pkgassets": "is about packages, which hold no folder of a connector; see its examples",
  "package-solution-files": "is about packages, which hold no folder of a connector; see its examples",
  "package-solution-kinds": "is about packages, which hold no folder of a connector; see its examples",
};
