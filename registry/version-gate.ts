/** What keeps files from being published under a name and a number. */
import { coerce, next } from "../core/lifecycle/semver.ts";
import { judgeVersion, type PolicyId, versionPolicy } from "../core/lifecycle/version-policy.ts";
import type { Judgement } from "./judge.ts";
import { ProblemError } from "./problem.ts";
import type { ConnectorRow } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import { listVersionNumbers } from "./store/versions.ts";

/** The number is that of a version with other content. */
export function versionExists(row: ConnectorRow, version: string): ProblemError {
  const expected = next(row.latest_version, "patch");
  return new ProblemError(
    "version-exists",
    `${version} exists already and cannot be changed. The next version is ${expected} or higher.`,
    { proposed: version, expected_version: expected },
  );
}

/** A definition carries its slug and number itself; what it says must be what is published. */
export function ensureConsistent(
  params: { readonly slug: string; readonly version: string },
  { connector }: Judgement,
  row: ConnectorRow | undefined,
): void {
  const refuse = (detail: string) =>
    new ProblemError("validation-failed", detail, { errors: [{ pointer: "/files", detail }] });
  if (row && row.family !== connector.family)
    throw refuse(`${row.id} was published as ${familyWords[row.family]}; this is ${familyWords[connector.family]}.`);
  if (connector.family !== "definition") return;
  if (connector.slugText !== "" && connector.slugText !== params.slug)
    throw refuse(
      `The file says slug: ${connector.slugText}, but it is to be published as ${params.slug}. The slug of a connector never changes.`,
    );
  const written = coerce(connector.versionText)?.text;
  if (written !== undefined && written !== params.version)
    throw refuse(
      `The file says version: ${connector.versionText}, but it is to be published as ${params.version}. Set the version in the file, too.`,
    );
}

const familyWords = { definition: "a connector definition", powerplatform: "a Power Platform connector" } as const;

/** The number follows the last one by a step that is large enough for the changes. */
export async function ensureNumber(
  tx: Tx,
  id: string,
  version: string,
  { required, changed, changes }: Judgement,
  row: ConnectorRow | undefined,
): Promise<void> {
  // What was taken out of the catalogue comes back under the next number, with or without a change.
  const isReturn = row?.state === "unpublished" && !changed;
  if (row && !changed && !isReturn)
    throw new ProblemError(
      "no-change",
      `Nothing changed since ${row.latest_version}, so there is nothing to publish as ${version}.`,
      { proposed: version },
    );
  const published = row ? await listVersionNumbers(tx, id) : [];
  const answer = judgeVersion(
    { published, draft: version, required: isReturn ? "patch" : (required ?? "none") },
    "registry",
  );
  if (answer.verdict !== "error") return;
  throw new ProblemError(
    "semver-gate",
    gateSentence(version, answer.diagnostics[0]!, required, answer.expected, row, changes),
    {
      required: required ?? "none",
      proposed: version,
      expected_version: answer.expected,
      changes,
    },
  );
}

function gateSentence(
  version: string,
  id: PolicyId,
  required: Judgement["required"],
  expected: string,
  row: ConnectorRow | undefined,
  changes: Judgement["changes"],
): string {
  if (id === "version-bump-too-small" && row) {
    const reasons = changes.filter(({ bump }) => bump === required);
    const [first] = reasons;
    const more = reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : "";
    const why = first ? `: ${first.message.replace(/\.$/, "")}${more}` : "";
    return `The changes since ${row.latest_version} need a ${required} version${why}. Publish it as ${expected}, not as ${version}.`;
  }
  const known = row ? ` The latest version is ${row.latest_version}.` : "";
  return `${version} cannot be published. ${versionPolicy[id].summary}${known} Publish it as ${expected}.`;
}
