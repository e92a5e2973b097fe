/** The JSON Schemas (2020-12) of what goes over the wire; `types.ts` has the same as TypeScript. */
import { roles } from "../lifecycle/authority.ts";

export type Schema = { readonly [keyword: string]: unknown };

/** Sizes that the registry accepts; it publishes them in /api/v1/meta. */
export const limits = { body_bytes: 4 * 1024 * 1024, files: 200, page: 100, default_page: 50 } as const;

const string = (keywords: Schema = {}): Schema => ({ type: "string", ...keywords });
const text = (maxLength: number): Schema => string({ maxLength });
const integer = (keywords: Schema = {}): Schema => ({ type: "integer", ...keywords });
const count = integer({ minimum: 0 });
const boolean: Schema = { type: "boolean" };
const oneOf = (...values: string[]): Schema => string({ enum: values });
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
const list = (items: Schema, keywords: Schema = {}): Schema => ({ type: "array", items, ...keywords });
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object without other members; names that end with `?` are optional. */
function object(members: Record<string, Schema>, keywords: Schema = {}): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const [name, schema] of Object.entries(members)) {
    const bare = name.replace(/\?$/, "");
    properties[bare] = schema;
    if (bare === name) required.push(bare);
  }
  return { type: "object", properties, required, additionalProperties: false, ...keywords };
}

export const slugPattern = "^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$";
const slug = string({ pattern: slugPattern, maxLength: 100 });
const slugOrEmpty = string({ maxLength: 201 });
const versionText = string({ pattern: "^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})$", maxLength: 29 });
/** What a caller may write in an address: strict numbers are judged by the version policy, in sentences, not by the schema. */
const versionParam = string({ minLength: 1, maxLength: 64, pattern: "^[0-9A-Za-z.+-]+$" });
const time = string({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$", maxLength: 40 });
const day = string({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
const dayOrTime = string({ pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z)?$", maxLength: 40 });
const digest = string({ pattern: "^sha256:[0-9a-f]{64}$" });
const reference = string({ pattern: `${slugPattern.slice(0, -1)}/${slugPattern.slice(1)}`, maxLength: 201 });
const name = string({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000-\\u001f\\u007f]+$" });
const scope = oneOf("enterprise", "global");
const state = oneOf("draft", "published", "deprecated", "unpublished");
const severity = oneOf("error", "warning", "info", "hint");
const bump = oneOf("none", "patch", "minor", "major");
const takenBump = oneOf("patch", "minor", "major");
const tokenRoles = list(oneOf(...roles), { maxItems: roles.length, uniqueItems: true });
const tokenScopes = list(oneOf("usage:write"), { maxItems: 1, uniqueItems: true });
const etag = string({ pattern: '^"r\\d+"$' });

const position = object({ line: count, character: count });
const range = object({ start: position, end: position });
const place = object({ file: string(), pointer: string(), range });

const content = object(
  {
    path: string({ minLength: 1, maxLength: 200 }),
    "text?": string(),
    "base64?": string(),
  },
  { description: "A file: text, or base64 where it is binary. The path is relative, with `/`." },
);

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
  findings: object({ error: count, warning: count, info: count, hint: count }),
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
  ConnectorPage: object({ items: list(ref("ConnectorInfo")), next_cursor: nullable(string()) }),
  VersionSummary: object(versionSummary),
  VersionList: object({ items: list(ref("VersionSummary")) }),
  VersionInfo: object({
    connector: string(),
    reference: string(),
    ...versionSummary,
    migration_guide: string(),
    operation_ids: list(string()),
    files: list(object({ path: string(), size: count, digest })),
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
  UsageReceipt: object({ source: string(), sequence: count, accepted: boolean }),
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

const cursor = string({ minLength: 1, maxLength: 1_000 });
const limit = integer({ minimum: 1, maximum: limits.page, default: limits.default_page });

/** Schemas of what stands in addresses. */
export const params = { namespace: slug, slug, version: versionParam, id: string({ pattern: "^[0-9A-Za-z-]{1,64}$" }) };

/** Schemas of query strings. */
export const queries = {
  connectors: object({
    "q?": text(200),
    "type?": text(100),
    "scope?": scope,
    "state?": oneOf("published", "deprecated", "unpublished", "any"),
    "auth?": text(100),
    "owner?": text(100),
    "sort?": oneOf("name", "updated"),
    "limit?": limit,
    "cursor?": cursor,
  }),
  page: object({ "limit?": limit, "cursor?": cursor }),
  publish: object({ "dry_run?": oneOf("0", "1") }),
  none: object({}),
} satisfies Record<string, Schema>;
export type QueryName = keyof typeof queries;
