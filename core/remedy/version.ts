import type { Finding, Severity } from "../checklist/types.ts";
import { coerce, latest } from "../lifecycle/semver.ts";
import { judgeVersion, versionPolicy } from "../lifecycle/version-policy.ts";
import type { Connector } from "../model/connector.ts";
import { setValue } from "../syntax/edits.ts";
import type { Verdict } from "../versioning/types.ts";

/** What a connector is compared with, as far as numbers go. */
export interface Numbers {
  /** What people call it: `1.4.0`, `git:main`. */
  readonly name: string;
  /** All numbers published so far, or that of what it is compared with, newest first. */
  readonly versions: readonly string[];
}

/** Whether the number in the file says already that callers break. */
export function isMajorStep(connector: Connector, { versions }: Numbers): boolean {
  const written = coerce(connector.versionText)?.version;
  const before = coerce(latest(versions) ?? versions[0] ?? "")?.version;
  return written !== undefined && before !== undefined && written.major > before.major;
}

/**
 * What is to be said of the version number in the file, now that the required bump is known: at the number's own place, with
 * the right number as a fix. A file without a number has a finding of the checklist, and next to one without nothing can be said.
 */
export function versionFinding(
  connector: Connector,
  { name, versions }: Numbers,
  verdict: Verdict,
): Finding | undefined {
  const { version } = connector;
  if (!version.exists || !versions.length || verdict.bump === "none") return undefined;
  const read = coerce(connector.versionText);
  const answer = judgeVersion(
    { published: versions, draft: read?.text ?? connector.versionText, required: verdict.bump },
    "editor",
  );
  if (answer.verdict === "ok" || answer.diagnostics.length === 0) return undefined;
  // A file of the Power Platform often carries a number that nobody raises; the registry's number counts there.
  const advisory = connector.family === "powerplatform";
  const severity: Severity = advisory ? "info" : answer.verdict;
  const reasons = verdict.changes.filter((change) => change.bump === verdict.bump).length;
  const message = `${versionPolicy[answer.diagnostics[0] as keyof typeof versionPolicy].summary} Compared with ${name}, this change needs ${verdict.bump} (${reasons} reason${reasons === 1 ? "" : "s"}): the next version is ${answer.expected}.${read?.note ? ` (${read.note}.)` : ""}`;
  return {
    rule: answer.diagnostics[0] as string,
    section: "publication",
    severity,
    message,
    place: version.place,
    codes: [],
    fixes: [{ title: `Set the version to ${answer.expected}`, edits: () => setValue(version, answer.expected) }],
  };
}

/** Findings of the checklist with that of the number, which knows more than a rule of the same name. */
export function withVersion(findings: readonly Finding[], version: Finding | undefined): readonly Finding[] {
  return version ? [...findings.filter(({ rule }) => rule !== version.rule), version] : findings;
}
