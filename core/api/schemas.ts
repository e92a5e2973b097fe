/** The JSON Schemas (2020-12) of what goes over the wire; `types.ts` has the same as TypeScript. */
import { accessSchemas, userCode } from "./access-schemas.ts";
import { noticeQueries, noticeSchemas } from "./notice-schemas.ts";
import { policySchemas } from "./policy-schemas.ts";
import { reviewQueries, reviewSchemas } from "./review-schemas.ts";
import {
  boolean,
  bump,
  content,
  count,
  day,
  dayOrTime,
  digest,
  etag,
  files,
  findingCounts,
  integer,
  limits,
  list,
  name,
  nullable,
  object,
  oneOf,
  pageQuery,
  ref,
  reference,
  type Schema,
  scope,
  severity,
  slug,
  slugOrEmpty,
  state,
  string,
  takenBump,
  text,
  time,
  tokenRoles,
  tokenScopes,
  versionParam,
  versionText,
} from "./schema-words.ts";

import { usageSchemas } from "./usage-schemas.ts";

export { limits, type Schema } from "./schema-words.ts";

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const place = object({ file: string(), pointer: string(), range });

const valueCounts = list(object({ value: string(), count }));

const tokenInfo = {
  id: string(),
  principal: string(),
  enterprise: string(),
  roles: tokenRoles,
  scopes: tokenScopes,
  prefix: string(),
  created_at: time,
  created_by: string(),
  expires_at: nullable(time),
  revoked_at: nullable(time),
  last_used_on: nullable(day),
};

const versionSummary = {
  version: versionText,
  digest,
  bump: nullable(takenBump),
  required_bump: nullable(bump),
  published_at: time,
  published_by: string(),
  notes: string(),
  size: count,
  findings: findingCounts,
  changes: count,
};

/** Every named schema; routes refer to them by name. */
export const schemas = {
  Health: object({ status: oneOf("ok") }),
  Meta: object({
    name: oneOf("patchbay"),
    version: string(),
    api: oneOf("v1"),
    rules_version: string(),
    limits: object({ body_bytes: count, files: count, page: count }),
    policy: object({ minimum_notice_days: count, first_version: string() }),
    sign_in: ref("SignIn"),
  }),
  Whoami: object({
    principal: string(),
    enterprise: string(),
    roles: tokenRoles,
    scopes: tokenScopes,
    token_id: string(),
    expires_at: nullable(time),
  }),
  TokenInfo: object(tokenInfo),
  TokenList: object({ items: list(ref("TokenInfo")) }),
  NewToken: object({
    principal: name,
    enterprise: slug,
    roles: tokenRoles,
    "scopes?": tokenScopes,
    "expires_at?": time,
  }),
  CreatedToken: object({ ...tokenInfo, token: string() }),
  Deprecation: object({
    deprecated_at: time,
    sunset_at: time,
    earliest_unpublish_at: time,
    message: string(),
    replacement: nullable(string()),
  }),
  ConnectorInfo: object({
    id: string(),
    namespace: string(),
    slug: string(),
    name: string(),
    description: string(),
    family: oneOf("definition", "powerplatform"),
    type: string(),
    auth: string(),
    scope,
    state,
    owner: string(),
    latest_version: versionText,
    operations: count,
    created_by: string(),
    created_at: time,
    updated_at: time,
    published_at: time,
    deprecation: nullable(ref("Deprecation")),
    usage: object({ enterprises: count, active_connections: count, example_data: boolean }),
    etag,
  }),
  ConnectorPage: object({
    items: list(ref("ConnectorInfo")),
    next_cursor: nullable(string()),
    "counts?": object({
      total: count,
      type: valueCounts,
      scope: valueCounts,
      state: valueCounts,
      auth: valueCounts,
      owner: valueCounts,
      domain: valueCounts,
    }),
  }),
  VersionSummary: object(versionSummary),
  VersionList: object({ items: list(ref("VersionSummary")) }),
  VersionInfo: object({
    connector: string(),
    reference: string(),
    ...versionSummary,
    migration_guide: string(),
    operation_ids: list(string()),
    files,
    rules_version: string(),
  }),
  VersionContent: object({ connector: string(), version: versionText, digest, files: list(content) }),
  Finding: object({
    rule: string(),
    section: string(),
    severity,
    message: string(),
    file: string(),
    range,
    pointer: string(),
    codes: list(string()),
  }),
  Change: object({
    id: string(),
    bump,
    severity,
    entity: string(),
    message: string(),
    "operation?": string(),
    old: nullable(place),
    new: nullable(place),
    codes: list(object({ message: string(), valuePath: string() })),
  }),
  VersionVerdict: object({
    connector: string(),
    version: versionText,
    baseline: nullable(versionText),
    required_bump: nullable(bump),
    findings: list(ref("Finding")),
    changes: list(ref("Change")),
    rules_version: string(),
  }),
  PublishRequest: object({
    files: list(content, { minItems: 1, maxItems: limits.files }),
    "scope?": scope,
    "notes?": text(100_000),
    "migration_guide?": text(500_000),
    "reason?": text(2_000),
  }),
  PublishResult: object({
    created: boolean,
    dry_run: boolean,
    connector: ref("ConnectorInfo"),
    version: ref("VersionInfo"),
    verdict: ref("VersionVerdict"),
    impact: ref("Impact"),
  }),
  DeprecationRequest: object({
    sunset_at: dayOrTime,
    message: string({ minLength: 1, maxLength: 2_000 }),
    "replacement?": reference,
  }),
  PublicationRequest: object({
    state: oneOf("unpublished"),
    "force?": boolean,
    "reason?": text(2_000),
    "confirm?": slugOrEmpty,
  }),
  PromotionRequest: object({ "reason?": text(2_000) }),
  ...accessSchemas,
  ...reviewSchemas,
  ...policySchemas,
  ...usageSchemas,
  ...noticeSchemas,
  UsageReport: object({
    source: name,
    sequence: integer({ minimum: 0, maximum: 9_007_199_254_740_991 }),
    "example_data?": boolean,
    "connections?": list(
      object({
        id: name,
        enterprise: slug,
        connector: reference,
        version: versionText,
        state: oneOf("active", "inactive"),
      }),
      { maxItems: 10_000 },
    ),
    "orchestrations?": list(
      object({ id: name, enterprise: slug, connector: reference, operations: list(name, { maxItems: 1_000 }) }),
      { maxItems: 10_000 },
    ),
    "calls?": list(
      object({
        enterprise: slug,
        connector: reference,
        version: versionText,
        operation: name,
        day,
        calls: integer({ minimum: 0, maximum: 1_000_000_000_000 }),
      }),
      { maxItems: 10_000 },
    ),
  }),
  UsageReceipt: object({
    source: string(),
    sequence: count,
    accepted: boolean,
    refused: list(object({ id: string(), enterprise: string(), connector: string(), reason: string() })),
  }),
  Usage: object({
    connector: string(),
    view: oneOf("all", "own"),
    example_data: boolean,
    enterprises: count,
    enterprise_names: list(string()),
    active_connections: count,
    orchestrations: count,
    calls_7_days: count,
    calls_30_days: count,
    by_version: list(
      object({ version: string(), enterprises: count, active_connections: count, calls_30_days: count }),
    ),
    by_operation: list(object({ operation: string(), orchestrations: count, calls_30_days: count })),
    by_day: list(object({ day, version: string(), calls: count })),
  }),
  AuditPage: object({
    items: list(
      object({
        chain: string(),
        seq: integer({ minimum: 1 }),
        at: time,
        actor: string(),
        action: string(),
        detail: { type: "object", additionalProperties: true },
        prev_hash: string(),
        hash: string(),
      }),
    ),
    next_cursor: nullable(string()),
  }),
  Problem: object(
    {
      type: string(),
      title: string(),
      status: integer({ minimum: 400, maximum: 599 }),
      detail: string(),
      instance: string(),
      request_id: string(),
      "retry_after?": count,
      "interval?": integer({ minimum: 1 }),
      "errors?": list(object({ pointer: string(), detail: string() })),
      "findings?": list(ref("Finding")),
      "required?": bump,
      "proposed?": string(),
      "expected_version?": string(),
      "changes?": list(ref("Change")),
      "earliest_unpublish_at?": nullable(time),
      "enterprises?": count,
    },
    { description: "RFC 9457 problem details." },
  ),
  OpenApi: { type: "object", additionalProperties: true } as Schema,
} satisfies Record<string, Schema>;

export type SchemaName = keyof typeof schemas;

/** Schemas of what stands in addresses. */
const id = string({ pattern: "^[0-9A-Za-z-]{1,64}$" });
export const params = { namespace: slug, slug, version: versionParam, id, delivery: id, digest, user_code: userCode };

/** Schemas of query strings. */
export const queries = {
  connectors: object({
    "q?": text(200),
    "type?": text(100),
    "scope?": scope,
    "state?": oneOf("published", "deprecated", "unpublished", "any"),
    "auth?": text(100),
    "owner?": text(100),
    "domain?": text(100),
    "used?": oneOf("1"),
    "counts?": oneOf("1"),
    "sort?": oneOf("relevance", "name", "updated"),
    ...pageQuery,
  }),
  page: object(pageQuery),
  ...reviewQueries,
  ...noticeQueries,
  publish: object({ "dry_run?": oneOf("0", "1") }),
  none: object({}),
} satisfies Record<string, Schema>;
export type QueryName = keyof typeof queries;
