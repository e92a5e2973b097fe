import type { Finding, Severity } from "../core/checklist/types.ts";
import { coerce } from "../core/lifecycle/semver.ts";
import { judgeVersion, versionPolicy } from "../core/lifecycle/version-policy.ts";
import { setValue } from "../core/syntax/edits.ts";
import type { Verdict } from "../core/versioning/types.ts";
import type { Entry } from "./entry.ts";

/**
 * What the editor says of the version number in the file, now that the required bump is known: at the number's own place, with
 * the right number as a fix. Without a baseline nothing can be said that the checklist does not say.
 */
export function versionFinding({ connector, baseline }: Entry, verdict: Verdict | undefined): Finding | undefined {
  const { version } = connector;
  if (!baseline || !verdict || !version.exists || verdict.bump === "none") return undefined;
  const read = coerce(connector.versionText);
  const answer = judgeVersion(
    { published: baseline.versions, draft: read?.text ?? connector.versionText, required: verdict.bump },
    "editor",
  );
  if (answer.verdict === "ok" || answer.diagnostics.length === 0) return undefined;
  // A file of the Power Platform often carries a number that nobody raises; the registry's number counts there.
  const advisory = connector.family === "powerplatform";
  const severity: Severity = advisory ? "info" : answer.verdict;
  const reasons = verdict.changes.filter((change) => change.bump === verdict.bump).length;
  const message = `${versionPolicy[answer.diagnostics[0] as keyof typeof versionPolicy].summary} Compared with ${baseline.version}, this change needs ${verdict.bump} (${reasons} reason${reasons === 1 ? "" : "s"}): the next version is ${answer.expected}.${read?.note ? ` (${read.note}.)` : ""}`;
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
