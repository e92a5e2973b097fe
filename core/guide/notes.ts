import type { Bump } from "../versioning/types.ts";
import { byOperation, type ChangeGroup, type JudgedChange, shortMessage } from "./groups.ts";
import { count, literal } from "./markdown.ts";

/** What release notes call the changes of each weight. */
const headings: readonly (readonly [Bump, string])[] = [
  ["major", "What breaks"],
  ["minor", "What is new"],
  ["patch", "What is mended"],
];

/** Changes by weight, each weight below its heading and then by operation; weights without a change are left out. */
function changesByWeight(changes: readonly JudgedChange[]): string[] {
  return headings.flatMap(([bump, heading]) => {
    const groups = byOperation({ changes: changes.filter((change) => change.bump === bump) });
    return groups.length ? [`## ${heading}\n\n${groups.map(entry).join("\n")}`] : [];
  });
}

/** An operation with one change is one line; others have a line each. A shared thing that changes is said once. */
function entry({ title, changes }: ChangeGroup<JudgedChange>): string {
  const lines = [...new Set(changes.map((change) => literal(shortMessage(change))))];
  return lines.length === 1
    ? `- **${literal(title)}**: ${lines[0]}`
    : [`- **${literal(title)}**`, ...lines.map((line) => `  - ${line}`)].join("\n");
}

/**
 * Release notes drafted from the changes, as markdown: what breaks, what is new, what is mended. They can be published as they
 * are, and are meant to be edited.
 */
export function releaseNotes(
  verdict: { readonly bump: Bump; readonly changes: readonly JudgedChange[] },
  connector: { readonly displayName: string },
): string {
  const name = literal(connector.displayName);
  return `${[opening(verdict, name), ...changesByWeight(verdict.changes)].join("\n\n")}\n`;
}

function opening(
  { bump, changes }: { readonly bump: Bump; readonly changes: readonly JudgedChange[] },
  name: string,
): string {
  if (bump === "none") return `This version of ${name} changes nothing that callers notice.`;
  if (bump === "patch") return `This version of ${name} corrects details. Nobody has to do anything.`;
  if (bump === "minor") return `This version of ${name} brings something new. What exists goes on working.`;
  const groups = byOperation({ changes: changes.filter((change) => change.bump === "major") });
  const operations = groups.filter(({ operation }) => operation !== undefined).length;
  const what = operations === groups.length ? count(operations, "operation") : "more than single operations";
  return `This version of ${name} breaks with the last one: it changes ${what}. The migration guide says what to do.`;
}
