import type { BaselineResult } from "../core/api/language.ts";
import { type Attested, attestationsOf } from "../core/checklist/attested.ts";
import { findingsSince } from "../core/checklist/since.ts";
import type { Finding, Profile } from "../core/checklist/types.ts";
import type { Waived } from "../core/checklist/waivers.ts";
import { LiveCheck } from "../core/live/live-check.ts";
import type { Connector } from "../core/model/connector.ts";
import { readConnector } from "../core/model/read.ts";
import { changeFindings } from "../core/remedy/findings.ts";
import { isMajorStep, type Numbers, versionFinding, withVersion } from "../core/remedy/version.ts";
import { compareConnectors } from "../core/versioning/compare.ts";
import { LiveVerdict } from "../core/versioning/live-verdict.ts";
import { mergeVerdicts } from "../core/versioning/merge.ts";
import type { Verdict } from "../core/versioning/types.ts";

/** A version that counts, with what came of the comparison. */
interface Side {
  readonly version: string;
  readonly before: Connector;
  live?: LiveVerdict;
  judged?: Verdict;
}

/** Files of versions that are compared with are known by a path that no file of a workspace has. */
const BASELINE = "baseline:";
export function baselinePath(path: string): { version: string; path: string } | undefined {
  const match = path.startsWith(BASELINE) ? /^([^/]*)\/(.*)$/s.exec(path.slice(BASELINE.length)) : null;
  return match ? { version: decodeURIComponent(match[1] as string), path: match[2] as string } : undefined;
}

/**
 * A connector of the workspace and what is known of it. While one of its files is open it is live: every change brings findings
 * and verdict up to date at the price of what changed.
 */
export class Entry {
  /** URI of the main file. */
  readonly uri: string;
  /** URIs of all files by the path that the model knows them by. */
  readonly uris: ReadonlyMap<string, string>;
  readonly connector: Connector;
  readonly isLive: boolean;
  private readonly check: LiveCheck;
  private answer: BaselineResult | null | undefined;
  /** What it is compared with: the baseline itself, then the other published versions that count. */
  private sides: readonly Side[] = [];
  private merged: { readonly of: readonly Verdict[]; readonly verdict: Verdict } | undefined;
  private breaks:
    | { readonly of: readonly Verdict[]; readonly isRaised: boolean; readonly findings: readonly Finding[] }
    | undefined;
  /** Findings of the baseline, where only new ones are shown. */
  private earlier: LiveCheck | undefined;
  private readonly today: string;

  constructor(
    uri: string,
    uris: ReadonlyMap<string, string>,
    connector: Connector,
    options: { readonly today: string; readonly isLive: boolean },
  ) {
    this.uri = uri;
    this.uris = uris;
    this.connector = connector;
    this.isLive = options.isLive;
    this.today = options.today;
    this.check = new LiveCheck(connector, { today: options.today });
  }

  get profile(): Profile {
    return this.check.profile;
  }
  /** What the settings want it to be compared with; empty for what is published. */
  get wanted(): string {
    return this.check.project.baseline;
  }
  /** What the baseline is: `undefined` while nobody asked, `null` while there is no answer, or none to be had. */
  get baseline(): BaselineResult | null | undefined {
    return this.answer;
  }
  set baseline(baseline: BaselineResult | null | undefined) {
    if (baseline === this.answer) return;
    this.answer = baseline;
    for (const { live } of this.sides) live?.drop();
    this.merged = undefined;
    this.earlier = undefined;
    const versions = baseline ? [baseline, ...(baseline.others ?? [])] : [];
    this.sides = versions.map(({ version, files }) => ({
      version,
      before: readConnector(
        files.map(({ path, text }) => ({ path: `${BASELINE}${encodeURIComponent(version)}/${path}`, text })),
        { folder: files.length > 1 },
      ),
    }));
  }
  /** The version that it is compared with, where there is one. */
  get published(): Connector | undefined {
    return this.sides[0]?.before;
  }
  /** What the registry said stays true for another reading of the same files. */
  takeBaseline(from: Entry): void {
    this.answer = from.answer;
    this.sides = from.sides.map(({ version, before }) => ({ version, before }));
  }
  /** What the changes need: the most that any version asks for which it is compared with. */
  get verdict(): Verdict | undefined {
    const { verdicts } = this;
    if (verdicts.length < 2) return verdicts[0];
    if (!this.merged || !areSame(verdicts, this.merged.of))
      this.merged = { of: verdicts, verdict: mergeVerdicts(verdicts) };
    return this.merged.verdict;
  }
  private get verdicts(): Verdict[] {
    return this.sides.map((side) => this.verdictOn(side));
  }
  private verdictOn(side: Side): Verdict {
    if (!this.isLive) {
      side.judged ??= compareConnectors(side.before, this.connector, { today: this.today });
      return side.judged;
    }
    side.live ??= new LiveVerdict(side.before, this.connector, { today: this.today });
    return side.live.current();
  }

  /** Brings the findings up to date; where `goOn` says no, the rest waits for the next call. */
  update(goOn?: () => boolean): boolean {
    this.check.besides = this.breaking();
    return this.check.update(goOn) && (this.old?.update(goOn) ?? true);
  }
  /** The breaking changes as findings, made anew when the verdict is another one. */
  private breaking(): readonly Finding[] | undefined {
    const { answer, verdicts, breaks } = this;
    if (!answer) return undefined;
    const isRaised = isMajorStep(this.connector, numbersOf(answer));
    if (breaks?.isRaised === isRaised && areSame(verdicts, breaks.of)) return breaks.findings;
    // Of what is not published nobody knows who uses it.
    const enterprises = answer.connector ? answer.enterprises : undefined;
    const compared = this.sides.map(({ before, version }, i) => {
      return { before, verdict: verdicts[i] as Verdict, name: version, enterprises };
    });
    this.breaks = { of: verdicts, isRaised, findings: changeFindings(compared, this.connector, isRaised) };
    return this.breaks.findings;
  }
  /** The check of the baseline, by the same settings, where its findings matter. */
  private get old(): LiveCheck | undefined {
    const before = this.published;
    if (!before || !this.check.project.onlyNew) return undefined;
    const { profile, today } = this;
    if (this.earlier?.profile !== profile) this.earlier = new LiveCheck(before, { today, profile });
    return this.earlier;
  }
  /** What a submission needs besides the files. */
  get attestations(): readonly Attested[] {
    return attestationsOf(this.connector, this.profile, this.check.project);
  }
  /** Findings that somebody has decided to live with. */
  get waived(): readonly Waived[] {
    return this.check.waived;
  }
  /** Changes whenever the findings of the checklist do, other than by moving with the text. */
  get version(): number {
    return this.check.version;
  }
  /** Findings of the checklist, and what the verdict says of the version number. */
  get findings(): readonly Finding[] {
    const { answer, verdict, old, check, connector } = this;
    const findings = old ? findingsSince(check.findings, old.findings) : check.findings;
    return answer && verdict ? withVersion(findings, versionFinding(connector, numbersOf(answer), verdict)) : findings;
  }
}

function areSame(one: readonly Verdict[], other: readonly Verdict[]): boolean {
  return one.length === other.length && one.every((verdict, i) => verdict === other[i]);
}

const numbersOf = ({ version, versions }: BaselineResult): Numbers => ({ name: version, versions });
