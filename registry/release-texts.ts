/** What has to be said about a release: notes for whoever updates, a migration guide for whoever is broken. */
import { uncovered } from "../core/guide/coverage.ts";
import type { Judgement } from "./judge.ts";
import { ProblemError } from "./problem.ts";

export interface ReleaseTexts {
  notes: string;
  guide: string;
}

/** Notes and guide as they were sent, or else as a definition itself has them for this version. */
export function releaseTexts(
  given: { readonly version: string; readonly notes?: string | undefined; readonly guide?: string | undefined },
  { connector }: Judgement,
): ReleaseTexts {
  const release = connector.publication.path("releases", given.version);
  return {
    notes: given.notes ?? release.get("notes").string ?? "",
    guide: given.guide ?? release.get("migration_guide").string ?? "",
  };
}

/** Whoever updates says what changed; whoever breaks says what to do about every change that breaks. */
export function ensureReleaseTexts(
  version: string,
  { notes, guide }: ReleaseTexts,
  step: "patch" | "minor" | "major" | undefined,
  changes: Judgement["changes"],
): void {
  if (!step) return;
  const missing = (member: string, detail: string) =>
    new ProblemError("validation-failed", detail, { errors: [{ pointer: `/${member}`, detail: "is missing" }] });
  if (notes.trim() === "")
    throw missing("notes", `${version} needs release notes that say what changed. Give them as notes.`);
  if (step !== "major") return;
  if (guide.trim() === "")
    throw missing(
      "migration_guide",
      `${version} is a major version and needs a migration guide for those who use the connector. Give it as migration_guide.`,
    );
  const gaps = uncovered(guide, { changes });
  const [first] = gaps;
  if (!first) return;
  const count = gaps.length === 1 ? "1 major change" : `${gaps.length} major changes`;
  throw new ProblemError(
    "guide-incomplete",
    `The migration guide of ${version} leaves out ${count}. ${first.sentence}${gaps.length === 1 ? "" : " The others are in changes."}`,
    {
      errors: gaps.map(({ sentence }) => ({ pointer: "/migration_guide", detail: sentence })),
      changes: gaps.map(({ change }) => change),
    },
  );
}
