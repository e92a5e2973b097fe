import type { BaselineResult } from "../core/api/language.ts";
import { type Attested, attestationsOf } from "../core/checklist/attested.ts";
import { findingsSince } from "../core/checklist/since.ts";
import type { Finding, Profile } from "../core/checklist/types.ts";
import type { Waived } from "../core/checklist/waivers.ts";
import { LiveCheck } from "../core/live/live-check.ts";
import type { Connector } from "../core/model/connector.ts";
import { readConnector } from "../core/model/read.ts";
import { compareConnectors } from "../core/versioning/compare.ts";
import { LiveVerdict } from "../core/versioning/live-verdict.ts";
import type { Verdict } from "../core/versioning/types.ts";
import { versionFinding } from "./version.ts";

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
  private before: Connector | undefined;
  private live: LiveVerdict | undefined;
  private judged: Verdict | undefined;
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
  /** What the registry knows: `undefined` while nobody asked, `null` while there is no answer, or none to be had. */
  get baseline(): BaselineResult | null | undefined {
    return this.answer;
  }
  set baseline(baseline: BaselineResult | null | undefined) {
    if (baseline === this.answer) return;
    this.answer = baseline;
    this.live?.drop();
    this.live = undefined;
    this.judged = undefined;
    this.earlier = undefined;
    this.before = baseline
      ? readConnector(
          baseline.files.map(({ path, text }) => ({ path: `published/${path}`, text })),
          { folder: baseline.files.length > 1 },
        )
      : undefined;
  }
  /** The published version that it is compared with, where there is one. */
  get published(): Connector | undefined {
    return this.before;
  }
  /** What the registry said stays true for another reading of the same files. */
  takeBaseline(from: Entry): void {
    this.answer = from.answer;
    this.before = from.before;
  }
  get verdict(): Verdict | undefined {
    if (!this.before) return undefined;
    if (!this.isLive) {
      this.judged ??= compareConnectors(this.before, this.connector);
      return this.judged;
    }
    this.live ??= new LiveVerdict(this.before, this.connector, {});
    return this.live.current();
  }

  /** Brings the findings up to date; where `goOn` says no, the rest waits for the next call. */
  update(goOn?: () => boolean): boolean {
    return this.check.update(goOn) && (this.old?.update(goOn) ?? true);
  }
  /** The check of the baseline, by the same settings, where its findings matter. */
  private get old(): LiveCheck | undefined {
    if (!this.before || !this.check.project.onlyNew) return undefined;
    const { profile, today } = this;
    if (this.earlier?.profile !== profile) this.earlier = new LiveCheck(this.before, { today, profile });
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
    const { verdict } = this;
    const version = versionFinding(this, verdict);
    const { old } = this;
    const findings = old ? findingsSince(this.check.findings, old.findings) : this.check.findings;
    return version ? [...findings.filter(({ rule }) => rule !== version.rule), version] : findings;
  }
}
