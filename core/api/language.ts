/**
 * The custom messages between the language server and its client. They are additions: a plain LSP client that answers none of
 * them gets diagnostics, fixes, completion and so on; its baseline then comes from nowhere and no usage is shown.
 * All positions are LSP positions (zero-based, UTF-16).
 */

export interface WirePosition {
  line: number;
  character: number;
}
export interface WireRange {
  start: WirePosition;
  end: WirePosition;
}
export interface WireFile {
  /** Path relative to the connector's folder, with `/`. */
  path: string;
  text: string;
}

/** Server → client: the published version to compare with. The client holds address and token of the registry. */
export const baselineRequest = "patchbay/baseline";
/** Which published versions count: the last one, all of them, or those that some connection still uses. */
export type PublishedBaseline = "published" | "all" | "in-use";
export interface BaselineParams {
  /** URI of the connector's main file. */
  uri: string;
  slug: string;
  which: PublishedBaseline;
}
export interface BaselineResult {
  /** Registry id of the connector: `namespace/slug`; empty for a baseline that is no published version. */
  connector: string;
  /** Number of the version; for a baseline that is no published one what it is called: `git:main`. */
  version: string;
  /** Published versions that count besides it, with their files. */
  others?: { version: string; files: WireFile[] }[];
  /** Day as YYYY-MM-DD on which this was last known, where the registry does not answer now. */
  as_of?: string;
  /** All versions ever published, newest first. */
  versions: string[];
  state: "published" | "deprecated" | "unpublished";
  published_at: string;
  enterprises: number;
  files: WireFile[];
}

/** Scheme of published files: `patchbay:/namespace/slug@1.4.0/path`, read-only documents of the client. */
export const PUBLISHED_SCHEME = "patchbay";

/** Client → server: the workspace is trusted from now on, so that git may be asked for baselines. */
export const trustedNotification = "patchbay/trusted";

/** Client → server: forget what the registry said (signed in or out, published, another registry chosen) and ask again. */
export const registryChangedNotification = "patchbay/registryChanged";

/** Server → client: findings or verdict of a connector changed; views that show it refresh. */
export const connectorChangedNotification = "patchbay/connectorChanged";
export interface ConnectorChangedParams {
  uri: string;
}

/** Client → server: what is known of the connector that a document belongs to; `null` if it belongs to none. */
export const connectorRequest = "patchbay/connector";
export interface ConnectorParams {
  uri: string;
}
export interface WireFinding {
  rule: string;
  section: string;
  severity: "error" | "warning" | "info" | "hint";
  message: string;
  uri: string;
  range: WireRange;
  url: string;
  /** The publish flow writes what is missing here, so that it keeps nobody from publishing. */
  settled?: boolean;
}
export interface WireChange {
  id: string;
  bump: "none" | "patch" | "minor" | "major";
  severity: "error" | "warning" | "info" | "hint";
  entity: string;
  message: string;
  operation?: string;
  /** Place in the working copy (for a removed thing its nearest surviving parent). */
  uri?: string;
  range?: WireRange;
}
export interface WireSection {
  section: string;
  title: string;
  /** Checklist items (rules that apply) in this section, and how many of them have no finding of severity error or warning. */
  total: number;
  passed: number;
}
/** Something that no file can show: somebody has to make sure of it. */
export interface WireAttestation {
  id: string;
  title: string;
  todo: string;
  by: "person" | "service";
  /** Who has made sure of it and when; empty while nobody has. */
  attested_by: string;
  on: string;
}
export interface ConnectorInfo {
  uri: string;
  name: string;
  slug: string;
  family: "definition" | "powerplatform";
  profile: "custom" | "certified" | "independent";
  /** Version in the file as written, and as semver (`1.0` is read as `1.0.0`), if it can be read as one. */
  version?: string;
  semver?: string;
  operations: number;
  sections: WireSection[];
  findings: WireFinding[];
  /** What a submission needs besides the files; empty where none is wanted. */
  attestations: WireAttestation[];
  /** Absent while no baseline is known. */
  verdict?: {
    /** Number of the version that is compared with, or what else is: `git:main`. */
    baseline: string;
    /** The newest published number, or that of what is compared with; empty where it has none. */
    latest: string;
    /** How many versions count besides it. */
    others: number;
    /** Day on which the baseline was last known, where the registry does not answer now. */
    as_of?: string;
    baseline_state: string;
    published_at: string;
    enterprises: number;
    bump: "none" | "patch" | "minor" | "major";
    /** The number that the next publish has to carry: baseline raised by `bump`; `1.0.0` for a first publish. */
    next: string;
    changes: WireChange[];
  };
  /** Number of the next publish, also when there is no baseline yet. */
  next: string;
}

/**
 * Client → server: the files that make up the connector, as they are in the editor now; what `publish` sends. With `release`, the
 * number and the notes of that release are written into the copy that is answered.
 */
export const packageRequest = "patchbay/package";
export interface ReleaseParams {
  version: string;
  notes: string;
  migration_guide?: string | undefined;
}
export interface PackageParams extends ConnectorParams {
  release?: ReleaseParams | undefined;
}
export interface PackageResult {
  uri: string;
  slug: string;
  name: string;
  family: "definition" | "powerplatform";
  files: WireFile[];
}

/** Client → server: every connector found in the workspace. */
export const connectorsRequest = "patchbay/connectors";
export interface ConnectorSummary {
  uri: string;
  name: string;
  slug: string;
  family: "definition" | "powerplatform";
}

/** Client → server: text of the release notes drafted from the changes, markdown. */
export const releaseNotesRequest = "patchbay/releaseNotes";

/** Client → server: the migration guide drafted from the major changes, markdown; empty where there is nothing to compare with. */
export const migrationGuideRequest = "patchbay/migrationGuide";
/** Who uses a connector, as the registry counts it (`Usage` of its API). */
export interface GuideUsage {
  enterprises: number;
  active_connections: number;
  orchestrations: number;
  by_operation: { operation: string; orchestrations: number }[];
  /** True where at least a part of the numbers is example data. */
  example_data: boolean;
}
export interface MigrationGuideParams extends ConnectorParams {
  /** Number of the version that the guide leads to. */
  version: string;
  /** Who uses the connector; the client asks the registry. */
  usage?: GuideUsage | undefined;
}

/**
 * Server → client: files outside the open documents. The server asks the client where the client said
 * `initializationOptions.files`, because only it reaches virtual workspaces; any other client's server reads `file:` itself.
 */
export const listFolderRequest = "patchbay/listFolder";
export interface FolderParams {
  /** URI of a folder, without a trailing slash. */
  uri: string;
}
/** Names of the files directly in the folder. */
export type FolderResult = string[];
export const readFileRequest = "patchbay/readFile";
/** Text of a file; `null` where it cannot be read or is no UTF-8. */
export type ReadFileResult = string | null;
export const findConnectorsRequest = "patchbay/findConnectors";
/** URIs of every main file of a connector in the workspace. */
export type FindConnectorsResult = string[];

/** What a client may say of itself when it initialises the server. */
export interface InitializationOptions {
  files?: boolean;
  /** It answers `patchbay/baseline`. */
  baseline?: boolean;
  /** False while the workspace is not trusted: then git is not run. */
  trusted?: boolean;
  /** Diagnostics are to be sent to it, although it could ask for them: nothing is quicker for the text that is being typed. */
  listens?: boolean;
  /** The client has the command `patchbay.waive`. */
  waives?: boolean;
}

/** Commands that the server puts into code lenses and code actions; the client registers them. */
export const showChangesCommand = "patchbay.showChanges";

/** Client → server: what waives a finding. The answer is a change of the settings beside the connector, which the client applies. */
export const waiveRequest = "patchbay/waive";
export interface WaiveParams extends ConnectorParams {
  rule: string;
  range: WireRange;
  reason: string;
  author: string;
  /** Last day as YYYY-MM-DD; without it the waiver has no end. */
  expires?: string | undefined;
}
export interface WaiveResult {
  /** The settings; they may have to be created. */
  uri: string;
  creates: boolean;
  range: WireRange;
  text: string;
}

/** Client → server: what a pasted log of a validator is about in a connector. */
export const explainLogRequest = "patchbay/explainLog";
export interface ExplainLogParams extends ConnectorParams {
  text: string;
}
export interface WireExplained {
  severity: "error" | "warning";
  message: string;
  /** Where it is, as far as that is known. */
  uri?: string;
  range?: WireRange;
  /** The rule that says the same, its page, and what to do; empty where nothing is known. */
  rule: string;
  url: string;
  todo: string;
  /** Whether the rule still finds it. */
  found: boolean;
}
