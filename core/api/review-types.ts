/** What goes over the wire of requests that somebody else decides, and of working copies on the server. */
import type { Bump } from "../versioning/types.ts";
import type {
  ChangeInfo,
  FileInfo,
  FindingInfo,
  PageQuery,
  Scope,
  VersionSummary,
  VersionVerdict,
  WireContent,
} from "./types.ts";
import type { Impact } from "./usage-types.ts";

/** `publication`: of a version whose files come along. `promotion`: of what is published, to the global catalogue. */
export type ReviewKind = "publication" | "promotion";
export type ReviewState = "pending" | "approved" | "rejected" | "withdrawn";

export interface ReviewRequest {
  kind: ReviewKind;
  /** Of a publication; a promotion is that of the latest version. */
  version?: string;
  files?: WireContent[];
  /** Of a first version; `enterprise` if absent. */
  scope?: Scope;
  notes?: string;
  migration_guide?: string;
  /** Words for whoever decides. */
  message?: string;
}

export interface ReviewInfo
  extends Pick<VersionSummary, "digest" | "size" | "bump" | "required_bump" | "findings" | "changes"> {
  id: string;
  /** `namespace/slug`; of a first version there is no such connector yet. */
  connector: string;
  /** Display name of the connector. */
  name: string;
  kind: ReviewKind;
  state: ReviewState;
  /** Who would see it. */
  scope: Scope;
  version: string;
  message: string;
  requested_by: string;
  requested_at: string;
  /** Who approved, rejected or withdrew it; null while it is pending. */
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
  /** Whether the caller may decide it, or take it back, now. */
  may_decide: boolean;
  may_withdraw: boolean;
  /** For If-Match where it is decided or withdrawn. */
  etag: string;
}
export interface ReviewDetail extends ReviewInfo {
  notes: string;
  migration_guide: string;
  files: FileInfo[];
  /** What was said of it when it was submitted; an approval asks again. */
  verdict: VersionVerdict;
  /** Who would be hit by it, as far as the caller may know; null of a first version. */
  impact: Impact | null;
}
export interface ReviewDecision {
  decision: "approve" | "reject";
  /** Needed where it is rejected. */
  reason?: string;
}
export interface ReviewQuery extends PageQuery {
  /** Pending ones if absent. */
  state?: ReviewState | "any";
  /** Those that the caller may decide, or has asked for; all that it may see if absent. */
  view?: "decide" | "mine";
}

export interface DraftRequest {
  files: WireContent[];
  /** What it is judged for, before the first publication; `enterprise` if absent. */
  scope?: Scope;
}
export interface DraftQuery {
  /** Whose draft; one's own if absent, or the newest one for those who may read all. */
  principal?: string;
}
/** A working copy, and what checklist and comparison say of it now. */
export interface DraftInfo {
  connector: string;
  principal: string;
  scope: Scope;
  digest: string;
  size: number;
  created_at: string;
  updated_at: string;
  files: FileInfo[];
  /** The version that it was compared with; null before the first one. */
  baseline: string | null;
  required_bump: Bump | null;
  findings: FindingInfo[];
  changes: ChangeInfo[];
  rules_version: string;
  /** For If-Match where it is replaced or deleted. */
  etag: string;
}
/** A working copy in a list of one's own. */
export interface DraftSummary
  extends Pick<DraftInfo, "connector" | "scope" | "digest" | "size" | "created_at" | "updated_at" | "etag"> {}
export interface Draft extends DraftInfo {
  content: WireContent[];
}
