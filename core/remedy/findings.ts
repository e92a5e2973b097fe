import type { Finding, Severity } from "../checklist/types.ts";
import type { Connector } from "../model/connector.ts";
import type { Change, Verdict } from "../versioning/types.ts";
import { fixesOf } from "./fixes.ts";

/** The version that a connector is compared with, and what is known of it. */
export interface Compared {
  readonly before: Connector;
  readonly verdict: Verdict;
  /** What people call it: `1.4.0`, `git:main`. */
  readonly name: string;
  /** Enterprises that use it; `undefined` where nobody knows. */
  readonly enterprises?: number | undefined;
}

/**
 * The breaking changes as findings, each where the author can act. They say what breaks and never how grave that is for the
 * version number, which has a finding of its own: they are information once the number says that callers break, or where
 * nobody uses the version that they break with. What breaks with several versions is said once.
 */
export function changeFindings(compared: readonly Compared[], after: Connector, isRaised: boolean): Finding[] {
  const said = new Set<string>();
  return compared.flatMap(({ before, verdict, name, enterprises }) => {
    const severity: Severity = isRaised || enterprises === 0 ? "info" : "warning";
    return verdict.changes
      .filter((change) => change.bump === "major" && isNew(said, `${change.id} ${change.entity}`))
      .map((change) => finding(change, { before, after, name, severity }));
  });
}
function isNew(said: Set<string>, name: string): boolean {
  return !said.has(name) && said.add(name).size > 0;
}

function finding(
  change: Change,
  { before, after, name, severity }: { before: Connector; after: Connector; name: string; severity: Severity },
): Finding {
  return {
    rule: change.id,
    section: "publication",
    severity,
    message: `${change.message.replace(/\.$/, "")}: that breaks what was made with ${name}.`,
    place: change.new ?? after.root.keyPlace,
    codes: change.codes.map(({ message }) => message),
    get fixes() {
      return fixesOf(change, before, after);
    },
    ...(change.old && { related: [{ message: `In ${name}`, place: change.old }] }),
  };
}
