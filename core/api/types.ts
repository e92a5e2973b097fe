/** What goes over the wire between the registry and its clients. JSON is snake_case; times are RFC 3339 in UTC. */
import type { Role } from "../lifecycle/authority.ts";
import type { State } from "../lifecycle/states.ts";
import type { TokenScope } from "../lifecycle/token-scopes.ts";
import type { Bump } from "../versioning/types.ts";
import type { SignIn } from "./access-types.ts";
import type { WireRange } from "./language.ts";
import type { Impact } from "./usage-types.ts";

export type { TokenScope };
export type Scope = "enterprise" | "global";
export type FindingSeverity = "error" | "warning" | "info" | "hint";

export interface Health {
  status: "ok";
}

export interface Meta {
  name: "patchbay";
  version: string;
  api: "v1";
  /** Version of the rules that judge a publication. */
  rules_version: string;
  limits: { body_bytes: number; files: number; page: number };
  policy: { minimum_notice_days: number; first_version: string };
  sign_in: SignIn;
}

export interface Whoami {
  principal: string;
  enterprise: string;
  roles: Role[];
  scopes: TokenScope[];
  token_id: string;
  expires_at: string | null;
}

export interface TokenInfo {
  id: string;
  principal: string;
  enterprise: string;
  roles: Role[];
  scopes: TokenScope[];
  /** The first characters of the token, for recognising it. */
  prefix: string;
  created_at: string;
  created_by: string;
  expires_at: string | null;
  revoked_at: string | null;
  /** The day on which it was used last; null where it never was. */
  last_used_on: string | null;
}
export interface NewToken {
  /** Who will use it: a person or a service. Connectors are owned by enterprise, and made by principal. */
  principal: string;
  enterprise: string;
  roles: Role[];
  scopes?: TokenScope[];
  expires_at?: string;
}
/** The answer to a new token; the token itself is shown this once. */
export interface CreatedToken extends TokenInfo {
  token: string;
}

export interface Deprecation {
  deprecated_at: string;
  sunset_at: string;
  /** When a connector in use may be unpublished at the earliest. */
  earliest_unpublish_at: string;
  message: string;
  /** `namespace/slug` of the successor. */
  replacement: string | null;
}

/** Numbers in one line of the catalogue: those of all enterprises for a platform admin, those of the own one for others. */
export interface UsageSummary {
  enterprises: number;
  active_connections: number;
  /** True where at least a part of the numbers is example data. */
  example_data: boolean;
}

export interface ConnectorInfo {
  /** `namespace/slug`. */
  id: string;
  namespace: string;
  slug: string;
  name: string;
  description: string;
  family: "definition" | "powerplatform";
  type: string;
  auth: string;
  scope: Scope;
  state: State;
  /** The enterprise that owns it. */
  owner: string;
  latest_version: string;
  operations: number;
  created_by: string;
  created_at: string;
  updated_at: string;
  published_at: string;
  deprecation: Deprecation | null;
  usage: UsageSummary;
  /** For If-Match on lifecycle actions. */
  etag: string;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}
export interface Items<T> {
  items: T[];
}

export interface FileInfo {
  path: string;
  size: number;
  digest: string;
}

export interface VersionSummary {
  version: string;
  digest: string;
  /** The step that the number took, and the step that the changes needed; both null for a first version. */
  bump: Exclude<Bump, "none"> | null;
  required_bump: Bump | null;
  published_at: string;
  published_by: string;
  notes: string;
  size: number;
  /** Findings by severity, stored at publication. */
  findings: Record<FindingSeverity, number>;
  changes: number;
}
export interface VersionInfo extends VersionSummary {
  /** `namespace/slug`. */
  connector: string;
  /** `namespace/slug@version`. */
  reference: string;
  migration_guide: string;
  operation_ids: string[];
  files: FileInfo[];
  rules_version: string;
}

/** A file as it is sent: text, or base64 where it is binary. */
export interface WireContent {
  path: string;
  text?: string;
  base64?: string;
}
export interface VersionContent {
  connector: string;
  version: string;
  digest: string;
  files: WireContent[];
}

export interface FindingInfo {
  rule: string;
  section: string;
  severity: FindingSeverity;
  message: string;
  file: string;
  range: WireRange;
  pointer: string;
  codes: string[];
}
export interface ChangePlace {
  file: string;
  pointer: string;
  range: WireRange;
}
export interface ChangeInfo {
  id: string;
  bump: Bump;
  severity: FindingSeverity;
  entity: string;
  message: string;
  operation?: string;
  old: ChangePlace | null;
  new: ChangePlace | null;
  codes: { message: string; valuePath: string }[];
}
/** What checklist and differ said at publication. */
export interface VersionVerdict {
  connector: string;
  version: string;
  /** The version that it was compared with; null for a first one. */
  baseline: string | null;
  required_bump: Bump | null;
  findings: FindingInfo[];
  changes: ChangeInfo[];
  rules_version: string;
}

export interface PublishRequest {
  files: WireContent[];
  /** Of a first version; `enterprise` if absent. Later it changes by promotion only. */
  scope?: Scope;
  /** Release notes, markdown. Required from the second version on, unless a definition has them for this version itself. */
  notes?: string;
  /** What those who use it have to do, markdown. Required for a major version, unless the definition has it. */
  migration_guide?: string;
  /** Why a platform admin publishes for another enterprise. */
  reason?: string;
}
export interface PublishResult {
  /** False for a dry run and where the same bytes are published already. */
  created: boolean;
  dry_run: boolean;
  /** The connector as it is after the publication, or as it would be. */
  connector: ConnectorInfo;
  version: VersionInfo;
  verdict: VersionVerdict;
  /** Who is hit by it. */
  impact: Impact;
}

export interface DeprecationRequest {
  /** A day (YYYY-MM-DD) or a time, at least 30 days ahead. */
  sunset_at: string;
  message: string;
  replacement?: string;
}
export interface PublicationRequest {
  state: "unpublished";
  /** Unpublish although it is in use and its notice has not passed: platform admins only, with `reason` and `confirm`. */
  force?: boolean;
  reason?: string;
  /** The slug, typed again. */
  confirm?: string;
}
export interface PromotionRequest {
  reason?: string;
}

export interface UsageReport {
  /** Who reports, and its running number: a report that is sent twice counts once. */
  source: string;
  sequence: number;
  /** Marks everything in the report as example data; it is shown as such everywhere. */
  example_data?: boolean;
  /** Connections as they are now: one that is reported again is replaced. */
  connections?: {
    id: string;
    enterprise: string;
    connector: string;
    version: string;
    state: "active" | "inactive";
  }[];
  /** Which operations an orchestration calls; it replaces what was known of the orchestration. */
  orchestrations?: { id: string; enterprise: string; connector: string; operations: string[] }[];
  /** Calls of one day; they are added to those reported so far. */
  calls?: {
    enterprise: string;
    connector: string;
    version: string;
    operation: string;
    day: string;
    calls: number;
  }[];
}
export interface UsageReceipt {
  source: string;
  sequence: number;
  /** False where the same report had been received before. */
  accepted: boolean;
  /** New connections to connectors that take none; the rest of the report was taken in. */
  refused: { id: string; enterprise: string; connector: string; reason: string }[];
}
export interface Usage {
  connector: string;
  /** `all` enterprises (platform admins), or the `own` one only. */
  view: "all" | "own";
  /** True where at least a part of the numbers is example data. */
  example_data: boolean;
  enterprises: number;
  /** Names, for platform admins only. */
  enterprise_names: string[];
  active_connections: number;
  orchestrations: number;
  calls_7_days: number;
  calls_30_days: number;
  by_version: { version: string; enterprises: number; active_connections: number; calls_30_days: number }[];
  by_operation: { operation: string; orchestrations: number; calls_30_days: number }[];
  /** The last 30 days, oldest first; days without calls are left out. */
  by_day: { day: string; version: string; calls: number }[];
}

export interface AuditEvent {
  /** Whose log: a connector's, or that of the registry as a whole. */
  chain: string;
  seq: number;
  at: string;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
  prev_hash: string;
  hash: string;
}

export interface ConnectorQuery {
  /**
   * Words of name, slug, type, domains, operations, namespace or description; all of them must be found, also in the middle of a word, and
   * with a slip of the finger where nothing is written like that.
   */
  q?: string;
  type?: string;
  scope?: Scope;
  /** Published and deprecated ones if absent; `any` adds unpublished ones. */
  state?: "published" | "deprecated" | "unpublished" | "any";
  auth?: string;
  owner?: string;
  /** A domain of the canonical data model that its mappings speak of. */
  domain?: string;
  /** Only connectors that the own enterprise has an active connection to, or an orchestration that calls them. */
  used?: "1";
  /** Also says how many connectors there are of each kind. */
  counts?: "1";
  /** `relevance` (the default where words are looked for), `name` (otherwise), or `updated`, newest first. */
  sort?: "relevance" | "name" | "updated";
  limit?: number;
  cursor?: string;
}
/** How many connectors of each kind a list has; of each kind the most frequent values. */
export interface ConnectorCounts {
  total: number;
  type: { value: string; count: number }[];
  scope: { value: string; count: number }[];
  state: { value: string; count: number }[];
  auth: { value: string; count: number }[];
  owner: { value: string; count: number }[];
  domain: { value: string; count: number }[];
}
export interface ConnectorPage extends Page<ConnectorInfo> {
  /** Where they were asked for. Unpublished connectors are counted for platform admins only. */
  counts?: ConnectorCounts;
}
export interface PageQuery {
  limit?: number;
  cursor?: string;
}
