/** What checklist and differ say about a publication: the same core as in the editor, so both cannot disagree. */
import type { ChangeInfo, FindingInfo } from "../core/api/types.ts";
import { createPlacer, wireChanges, wireFindings } from "../core/api/wire.ts";
import { type Bump, type Connector, checkConnector, compareConnectors, readConnector } from "../core/engine.ts";
import { sourceInputs } from "./files.ts";
import { ProblemError } from "./problem.ts";
import type { StoredFile } from "./store/versions.ts";

export interface Judgement {
  connector: Connector;
  findings: FindingInfo[];
  changes: ChangeInfo[];
  /** What the changes need; null for a first version. */
  required: Bump | null;
  /** False where nothing but the version number differs from the last version. */
  changed: boolean;
}

/** Judges files, against the last version where there is one. */
export function judge(
  files: readonly StoredFile[],
  baseline: readonly StoredFile[] | undefined,
  options: { today: string; scope: "enterprise" | "global" },
): Judgement {
  const inputs = sourceInputs(files);
  const connector = readConnector(inputs);
  const placer = createPlacer();
  const findings = wireFindings(checkConnector(connector, options), placer);
  if (!baseline) return { connector, findings, changes: [], required: null, changed: true };
  const { bump, changes } = compareConnectors(readConnector(sourceInputs(baseline)), connector);
  const changed = bump !== "none" || changes.length > 0 || bareText(files) !== bareText(baseline);
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

/** Everything that is written, but for the line that carries the version number. */
function bareText(files: readonly StoredFile[]): string {
  return files
    .map(({ path, digest, binary, bytes }) => {
      if (binary) return `${path}\n${digest}`;
      const text = Buffer.from(bytes).toString("utf8");
      return `${path}\n${text.replace(/^\s*"?version"?\s*:.*$/m, "").replace(/\r/g, "")}`;
    })
    .join("\n");
}
