/** The JSON Schemas of requests for review and of drafts; `review-types.ts` has the same as TypeScript. */
import {
  boolean,
  bump,
  content,
  count,
  digest,
  etag,
  files,
  findingCounts,
  limits,
  list,
  name,
  nullable,
  object,
  oneOf,
  pageQuery,
  ref,
  type Schema,
  scope,
  string,
  takenBump,
  text,
  time,
  versionParam,
  versionText,
} from "./schema-words.ts";

const states = ["pending", "approved", "rejected", "withdrawn"];
const sentFiles = list(content, { minItems: 1, maxItems: limits.files });

const review = {
  id: string(),
  connector: string(),
  name: string(),
  kind: oneOf("publication", "promotion"),
  state: oneOf(...states),
  scope,
  version: versionText,
  message: string(),
  digest,
  size: count,
  bump: nullable(takenBump),
  required_bump: nullable(bump),
  findings: findingCounts,
  changes: count,
  requested_by: string(),
  requested_at: time,
  decided_by: nullable(string()),
  decided_at: nullable(time),
  reason: nullable(string()),
  may_decide: boolean,
  may_withdraw: boolean,
  etag,
};

const draftSummary = {
  connector: string(),
  scope,
  digest,
  size: count,
  created_at: time,
  updated_at: time,
  etag,
};

const draft = {
  ...draftSummary,
  principal: string(),
  files,
  baseline: nullable(versionText),
  required_bump: nullable(bump),
  findings: list(ref("Finding")),
  changes: list(ref("Change")),
  rules_version: string(),
};

export const reviewSchemas = {
  ReviewRequest: object({
    kind: oneOf("publication", "promotion"),
    "version?": versionParam,
    "files?": sentFiles,
    "scope?": scope,
    "notes?": text(100_000),
    "migration_guide?": text(500_000),
    "message?": text(2_000),
  }),
  ReviewInfo: object(review),
  ReviewPage: object({ items: list(ref("ReviewInfo")), next_cursor: nullable(string()) }),
  ReviewDetail: object({
    ...review,
    notes: string(),
    migration_guide: string(),
    files,
    verdict: ref("VersionVerdict"),
    impact: nullable(ref("Impact")),
  }),
  ReviewDecision: object({ decision: oneOf("approve", "reject"), "reason?": text(2_000) }),
  DraftRequest: object({ files: sentFiles, "scope?": scope }),
  DraftInfo: object(draft),
  DraftPage: object({ items: list(object(draftSummary)), next_cursor: nullable(string()) }),
  Draft: object({ ...draft, content: list(content) }),
} satisfies Record<string, Schema>;

export const reviewQueries = {
  reviews: object({ "state?": oneOf(...states, "any"), "view?": oneOf("decide", "mine"), ...pageQuery }),
  draft: object({ "principal?": name }),
} satisfies Record<string, Schema>;
