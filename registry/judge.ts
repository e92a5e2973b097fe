/** What checklist and differ say about a publication: the same core as in the editor, so both cannot disagree. */

import type { ChangeInfo, FindingInfo } from "../core/api/types.ts";
import { createPlacer, wireChanges, wireFindings } from "../core/api/wire.ts";
import { type Bump, type Connector, checkConnector, compareConnectors, readConnector } from "../core/engine.ts";
import type { Policy } from "../core/lifecycle/policy.ts";
import { mergeVerdicts } from "../core/versioning/merge.ts";
import { sourceInputs } from "./files.ts";
import { ProblemError } from "./problem.ts";
import type { StoredFile } from "./store/files.ts";

export interface Judgement {
  connector: Connector;
  findings: FindingInfo[];
  changes: ChangeInfo[];
  /** What the changes need; null for a first version. */
  required: Bump | null;
  /** False where nothing but the version number and its notes differ from the last version. */
  changed: boolean;
}

/** Judges files as a policy says, against earlier versions where there are some: the last one comes first. */
export function judge(
  files: readonly StoredFile[],
  baselines: readonly (readonly StoredFile[])[],
  { policy, ...options }: { today: string; scope: "enterprise" | "global"; notesGiven?: boolean; policy: Policy },
): Judgement {
  const inputs = sourceInputs(files);
  const connector = readConnector(inputs);
  const placer = createPlacer();
  // What is asked of a connector is for the registry to say; a waiver is a decision that it and its reviewers can read.
  const severities = new Map(Object.entries(policy.severities));
  const findings = wireFindings(checkConnector(connector, { ...options, severities, project: "waivers" }), placer);
  const [last] = baselines;
  if (!last) return { connector, findings, changes: [], required: null, changed: true };
  const { preset } = policy;
  const connectors = baselines.map((baseline) => readConnector(sourceInputs(baseline)));
  const { bump, changes } = mergeVerdicts(
    connectors.map((before) => compareConnectors(before, connector, { today: options.today, preset })),
  );
  const before = connectors[0]!;
  const changed = bump !== "none" || changes.length > 0 || bareText(connector, files) !== bareText(before, last);
  // Whatever changed is at least a patch, also where no kind of change is known for it: a description, a picture, a script.
  const required = bump === "none" && changed ? "patch" : bump;
  return { connector, findings, changes: wireChanges(changes, placer), required, changed };
}

/** Throws the problem `validation-failed` where findings of severity error keep a connector from being published. */
export function ensurePublishable(findings: readonly FindingInfo[], where: string): void {
  const errors = findings.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (!first) return;
  const rest = errors.length === 1 ? "" : ` and ${errors.length - 1} more`;
  throw new ProblemError(
    "validation-failed",
    `${errors.length === 1 ? "1 finding keeps" : `${errors.length} findings keep`} the connector from being published${where}: ${quote(first.message)} (${first.rule})${rest}. Fix ${errors.length === 1 ? "it" : "them"} and publish again.`,
    { findings: [...findings] },
  );
}

function quote(message: string): string {
  return message.replace(/\.$/, "");
}

/** Everything that is written, but for the version number and the release notes: they speak of a release and are none. */
function bareText(connector: Connector, files: readonly StoredFile[]): string {
  const spans = [connector.version, connector.publication.get("releases")]
    .filter((item) => item.exists)
    .map((item) => item.whole)
    .filter(({ file }) => file === connector.main)
    .sort((left, right) => right.start - left.start);
  let text = connector.main.text;
  for (const { start, end } of spans) text = text.slice(0, start) + text.slice(end);
  const others = files
    .filter(({ path }) => path !== connector.main.path)
    .map(({ path, digest }) => `${path} ${digest}`);
  return [text.replace(/\r/g, "").trimEnd(), ...others].join("\n");
}
