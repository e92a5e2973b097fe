/**
 * The one table of the registry's API. Validation, OpenAPI, the documentation, the typed client and the authorisation tests come
 * from it. The handler of a route is `registry/routes/<verb>-<noun>.ts`.
 */

import { type AccessOperations, accessRoutes } from "./access-routes.ts";
import { type NoticeOperations, noticeRoutes } from "./notice-routes.ts";
import { type PolicyOperations, policyRoutes } from "./policy-routes.ts";
import type { ProblemCode } from "./problems.ts";
import { type ReviewOperations, reviewRoutes } from "./review-routes.ts";
import { type ConnectorParams, connectorPath as connector, type None, type Route } from "./route.ts";
import type {
  AuditEvent,
  ConnectorInfo,
  ConnectorPage,
  ConnectorQuery,
  CreatedToken,
  DeprecationRequest,
  Health,
  Items,
  Meta,
  NewToken,
  Page,
  PageQuery,
  PromotionRequest,
  PublicationRequest,
  PublishRequest,
  PublishResult,
  TokenInfo,
  Usage,
  UsageReceipt,
  UsageReport,
  VersionContent,
  VersionInfo,
  VersionSummary,
  VersionVerdict,
  Whoami,
} from "./types.ts";
import { type UsageOperations, usageRoutes } from "./usage-routes.ts";

export type { Route } from "./route.ts";

interface VersionParams extends ConnectorParams {
  /** A number, or `latest` where something is read. */
  version: string;
}

/** What goes in and comes out of each route. */
export interface Operations
  extends AccessOperations,
    ReviewOperations,
    PolicyOperations,
    UsageOperations,
    NoticeOperations {
  getHealth: { params: None; query: None; body: undefined; result: Health };
  getReadiness: { params: None; query: None; body: undefined; result: Health };
  getOpenApi: { params: None; query: None; body: undefined; result: Record<string, unknown> };
  getMeta: { params: None; query: None; body: undefined; result: Meta };
  getWhoami: { params: None; query: None; body: undefined; result: Whoami };
  listTokens: { params: None; query: None; body: undefined; result: Items<TokenInfo> };
  createToken: { params: None; query: None; body: NewToken; result: CreatedToken };
  deleteToken: { params: { id: string }; query: None; body: undefined; result: undefined };
  listConnectors: { params: None; query: ConnectorQuery; body: undefined; result: ConnectorPage };
  getConnector: { params: ConnectorParams; query: None; body: undefined; result: ConnectorInfo };
  listVersions: { params: ConnectorParams; query: None; body: undefined; result: Items<VersionSummary> };
  getVersion: { params: VersionParams; query: None; body: undefined; result: VersionInfo };
  getContent: { params: VersionParams; query: None; body: undefined; result: VersionContent };
  getContentByDigest: { params: { digest: string }; query: None; body: undefined; result: VersionContent };
  getVerdict: { params: VersionParams; query: None; body: undefined; result: VersionVerdict };
  putVersion: {
    params: VersionParams;
    query: { dry_run?: "0" | "1" };
    body: PublishRequest;
    result: PublishResult;
  };
  putDeprecation: { params: ConnectorParams; query: None; body: DeprecationRequest; result: ConnectorInfo };
  deleteDeprecation: { params: ConnectorParams; query: None; body: undefined; result: ConnectorInfo };
  putPublication: { params: ConnectorParams; query: None; body: PublicationRequest; result: ConnectorInfo };
  createPromotion: { params: ConnectorParams; query: None; body: PromotionRequest; result: ConnectorInfo };
  getUsage: { params: ConnectorParams; query: None; body: undefined; result: Usage };
  listAudit: { params: ConnectorParams; query: PageQuery; body: undefined; result: Page<AuditEvent> };
  listAllAudit: { params: None; query: PageQuery; body: undefined; result: Page<AuditEvent> };
  createUsageReport: { params: None; query: None; body: UsageReport; result: UsageReceipt };
}
export type RouteName = keyof Operations;

const version = `${connector}/versions/{version}`;
const read = {
  access: "read",
  permissions: ["read_global", "read_enterprise", "read_unpublished"],
  statuses: [200, 304],
} as const;
const lifecycle = { statuses: [200], ifMatch: "connector" } as const;

export const routes: { readonly [Name in RouteName]: Route } = {
  getHealth: {
    method: "GET",
    path: "/healthz",
    summary: "Whether the process lives.",
    access: "public",
    result: "Health",
    statuses: [200],
    problems: [],
  },
  getReadiness: {
    method: "GET",
    path: "/readyz",
    summary: "Whether the store answers.",
    access: "public",
    result: "Health",
    statuses: [200],
    problems: ["unavailable"],
  },
  getOpenApi: {
    method: "GET",
    path: "/openapi.json",
    summary: "This API as OpenAPI 3.1.",
    access: "public",
    result: "OpenApi",
    statuses: [200],
    problems: [],
  },
  getMeta: {
    method: "GET",
    path: "/api/v1/meta",
    summary: "Versions, limits and policies of this registry.",
    access: "public",
    result: "Meta",
    statuses: [200],
    problems: [],
  },
  getWhoami: {
    method: "GET",
    path: "/api/v1/whoami",
    summary: "To whom the token belongs and which roles it has.",
    access: "token",
    result: "Whoami",
    statuses: [200],
    problems: [],
  },
  listTokens: {
    method: "GET",
    path: "/api/v1/tokens",
    summary: "Tokens of the own enterprise; all of them for a platform admin.",
    access: "tokens",
    permissions: ["tokens"],
    result: "TokenList",
    statuses: [200],
    problems: [],
  },
  createToken: {
    method: "POST",
    path: "/api/v1/tokens",
    summary: "Creates a token, which is shown this once. An enterprise that is new is created with it.",
    access: "tokens",
    permissions: ["tokens"],
    body: "NewToken",
    result: "CreatedToken",
    statuses: [201],
    problems: [],
  },
  deleteToken: {
    method: "DELETE",
    path: "/api/v1/tokens/{id}",
    summary: "Revokes a token.",
    access: "tokens",
    permissions: ["tokens"],
    statuses: [204],
    problems: [],
  },
  listConnectors: {
    method: "GET",
    path: "/api/v1/connectors",
    summary: "The catalogue: the connectors that the token may see, filtered and in a stable order.",
    ...read,
    statuses: [200],
    query: "connectors",
    result: "ConnectorPage",
    problems: [],
  },
  getConnector: {
    method: "GET",
    path: connector,
    summary: "One connector; its ETag is needed for lifecycle actions.",
    ...read,
    statuses: [200],
    result: "ConnectorInfo",
    problems: [],
  },
  listVersions: {
    method: "GET",
    path: `${connector}/versions`,
    summary: "All versions, newest first.",
    ...read,
    statuses: [200],
    result: "VersionList",
    problems: [],
  },
  getVersion: {
    method: "GET",
    path: version,
    summary: "One version, or `latest`.",
    ...read,
    result: "VersionInfo",
    problems: [],
  },
  getContent: {
    method: "GET",
    path: `${version}/content`,
    summary: "The files of a version, exactly as they were published.",
    ...read,
    result: "VersionContent",
    problems: [],
  },
  getContentByDigest: {
    method: "GET",
    path: "/api/v1/contents/{digest}",
    summary: "The same by its digest: what is behind a digest never changes, so that it may be kept for good.",
    ...read,
    result: "VersionContent",
    problems: [],
  },
  getVerdict: {
    method: "GET",
    path: `${version}/verdict`,
    summary: "Findings, changes and required bump as they were judged at publication.",
    ...read,
    result: "VersionVerdict",
    problems: [],
  },
  putVersion: {
    method: "PUT",
    path: version,
    summary:
      "Publishes a version, after checklist and verdict. The same bytes again change nothing; `dry_run=1` stores nothing.",
    access: "publish",
    permissions: ["publish_enterprise", "publish_global", "validate"],
    query: "publish",
    body: "PublishRequest",
    result: "PublishResult",
    statuses: [201, 200],
    problems: [
      "version-exists",
      "invalid-state",
      "name-taken",
      "precondition-failed",
      "validation-failed",
      "semver-gate",
      "guide-incomplete",
      "no-change",
      "review-required",
    ],
  },
  putDeprecation: {
    method: "PUT",
    path: `${connector}/deprecation`,
    summary: "Deprecates a connector, or moves its day later or words it anew.",
    access: "deprecate",
    permissions: ["deprecate_enterprise", "deprecate_global"],
    ...lifecycle,
    body: "DeprecationRequest",
    result: "ConnectorInfo",
    problems: ["invalid-state", "sunset-too-early", "sunset-not-earlier"],
  },
  deleteDeprecation: {
    method: "DELETE",
    path: `${connector}/deprecation`,
    summary: "Takes a deprecation back.",
    access: "deprecate",
    permissions: ["deprecate_enterprise", "deprecate_global"],
    ...lifecycle,
    result: "ConnectorInfo",
    problems: ["invalid-state"],
  },
  putPublication: {
    method: "PUT",
    path: `${connector}/publication`,
    summary: "Unpublishes a connector. One in use first needs a deprecation whose notice has passed, or an override.",
    access: "unpublish",
    permissions: ["unpublish_enterprise", "unpublish_global", "override_unpublish"],
    ...lifecycle,
    body: "PublicationRequest",
    result: "ConnectorInfo",
    problems: ["invalid-state", "grace-period", "override-incomplete"],
  },
  createPromotion: {
    method: "POST",
    path: `${connector}/promotion`,
    summary: "Promotes a connector of one enterprise to the global catalogue; the version stays.",
    access: "promote",
    permissions: ["promote"],
    ...lifecycle,
    body: "PromotionRequest",
    result: "ConnectorInfo",
    problems: ["invalid-state", "name-taken", "validation-failed", "review-required"],
  },
  ...accessRoutes,
  ...reviewRoutes,
  ...policyRoutes,
  ...usageRoutes,
  ...noticeRoutes,
  getUsage: {
    method: "GET",
    path: `${connector}/usage`,
    summary: "Who uses it: of all enterprises for a platform admin, of the own one for others.",
    access: "usage_own",
    permissions: ["usage_own", "usage_all"],
    result: "Usage",
    statuses: [200],
    problems: [],
  },
  listAudit: {
    method: "GET",
    path: `${connector}/audit`,
    summary: "What was done to a connector, oldest first, as a chain of hashes.",
    access: "audit",
    permissions: ["audit"],
    query: "page",
    result: "AuditPage",
    statuses: [200],
    problems: [],
  },
  listAllAudit: {
    method: "GET",
    path: "/api/v1/audit",
    summary:
      "Every audit log that the token may read, chain after chain, for keeping it elsewhere: of the own enterprise's connectors; for platform admins of everything.",
    access: "audit_all",
    permissions: ["audit_all"],
    query: "page",
    result: "AuditPage",
    statuses: [200],
    problems: [],
  },
  createUsageReport: {
    method: "POST",
    path: "/api/v1/usage-reports",
    summary:
      "Takes in connections, orchestrations and calls from the platform's runtime. A report sent twice counts once.",
    access: "usage:write",
    body: "UsageReport",
    result: "UsageReceipt",
    statuses: [202, 200],
    problems: ["idempotency-key-reused"],
  },
};

/** Names of all routes, in the order of the table. */
export const routeNames = Object.keys(routes) as RouteName[];

/** The problems that a route can answer with, those included that its kind brings along. */
export function problemsOf(route: Route): ProblemCode[] {
  const codes: ProblemCode[] = [];
  if (route.query || route.body || route.path.includes("{")) codes.push("invalid-request");
  if (route.access !== "public") codes.push("unauthenticated", "rate-limited");
  if (route.access !== "public" && route.access !== "token") codes.push("forbidden");
  if (route.path.includes("{")) codes.push("not-found");
  if (route.body) codes.push("too-large", "unsupported-media-type");
  if (route.ifMatch) codes.push("precondition-required", "precondition-failed");
  if (route.method === "POST" && route.access !== "public") codes.push("invalid-request", "idempotency-key-reused");
  if (route.method !== "GET") codes.push("unavailable");
  return [...new Set([...codes, ...route.problems])];
}

/** The address of a route with its parameters filled in, without the query. */
export function pathOf(route: Route, values: Readonly<Record<string, string>>): string {
  return route.path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(values[key] ?? ""));
}
