/** The typed client of the registry. It works on a given `fetch`, so it runs in Node, in a browser and in a test. */
import type { PolicyChoice } from "../lifecycle/policy.ts";
import type { DeviceApproval, DeviceCode, DeviceCodeInfo } from "./access-types.ts";
import { encodeBase64 } from "./base64.ts";
import type {
  CreatedSubscription,
  Delivery,
  DeliveryQuery,
  NewSubscription,
  Notice,
  NoticeQuery,
  Subscription,
} from "./notice-types.ts";
import type { PolicyInfo } from "./policy-types.ts";
import { Interruption, type Problem, type ProblemCode, problemPrefix, problems, RegistryError } from "./problems.ts";
import type {
  Draft,
  DraftInfo,
  DraftQuery,
  DraftRequest,
  DraftSummary,
  ReviewDecision,
  ReviewDetail,
  ReviewInfo,
  ReviewQuery,
  ReviewRequest,
} from "./review-types.ts";
import { type Operations, pathOf, type RouteName, routes } from "./routes.ts";
import type {
  AuditEvent,
  ConnectorInfo,
  ConnectorPage,
  ConnectorQuery,
  CreatedToken,
  DeprecationRequest,
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
  WireContent,
} from "./types.ts";
import type { ConnectionInfo, ConnectionRequest, Impact } from "./usage-types.ts";

/** The part of `fetch` that the client needs. For time-outs and cancelling, hand in a function that adds a signal. */
export type Fetch = (
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

export interface ClientOptions {
  /** `http://localhost:4870`, without `/api`. */
  baseUrl: string;
  token?: string | undefined;
  fetch: Fetch;
  /**
   * A new Idempotency-Key, for requests that create something: one whose answer is lost is then sent once more, and happens once.
   * Without it such a request is sent once.
   */
  newKey?: (() => string) | undefined;
}

/** `namespace/slug`. */
export type ConnectorId = string;

export interface RegistryClient {
  readonly baseUrl: string;
  meta(): Promise<Meta>;
  whoami(): Promise<Whoami>;
  /** Begins a sign-in on this device. `client` says what wants to sign in. */
  createDeviceCode(client: string): Promise<DeviceCode>;
  /** The token, once the code was confirmed; until then the problem `authorization-pending`. */
  takeDeviceToken(deviceCode: string): Promise<CreatedToken>;
  getDeviceCode(userCode: string): Promise<DeviceCodeInfo>;
  decideDevice(userCode: string, approval: DeviceApproval): Promise<DeviceCodeInfo>;
  /** Exchanges the token of a trusted build job for one that publishes. */
  createPublishToken(token: string): Promise<CreatedToken>;
  listTokens(): Promise<Items<TokenInfo>>;
  createToken(token: NewToken): Promise<CreatedToken>;
  revokeToken(id: string): Promise<void>;
  listConnectors(query?: ConnectorQuery): Promise<ConnectorPage>;
  /** Every page, one connector after the other. */
  allConnectors(query?: Omit<ConnectorQuery, "cursor">): AsyncGenerator<ConnectorInfo, void>;
  getConnector(id: ConnectorId): Promise<ConnectorInfo>;
  /** The connector, or nothing where it does not exist or may not be seen. */
  findConnector(id: ConnectorId): Promise<ConnectorInfo | undefined>;
  listVersions(id: ConnectorId): Promise<Items<VersionSummary>>;
  /** `version` is a number or `latest`, here and below. */
  getVersion(id: ConnectorId, version: string): Promise<VersionInfo>;
  getContent(id: ConnectorId, version: string): Promise<VersionContent>;
  getVerdict(id: ConnectorId, version: string): Promise<VersionVerdict>;
  publish(
    id: ConnectorId,
    version: string,
    request: PublishRequest,
    options?: { dryRun?: boolean },
  ): Promise<PublishResult>;
  /** `etag` is that of the connector, here and below; the answer carries the new one. */
  deprecate(id: ConnectorId, etag: string, request: DeprecationRequest): Promise<ConnectorInfo>;
  undeprecate(id: ConnectorId, etag: string): Promise<ConnectorInfo>;
  unpublish(id: ConnectorId, etag: string, override?: Omit<PublicationRequest, "state">): Promise<ConnectorInfo>;
  promote(id: ConnectorId, etag: string, request?: PromotionRequest): Promise<ConnectorInfo>;
  /** Asks for a publication or a promotion that somebody else decides. */
  requestReview(id: ConnectorId, request: ReviewRequest): Promise<ReviewDetail>;
  listReviews(query?: ReviewQuery): Promise<Page<ReviewInfo>>;
  /** Every page, one request after the other. */
  allReviews(query?: Omit<ReviewQuery, "cursor">): AsyncGenerator<ReviewInfo, void>;
  listConnectorReviews(id: ConnectorId, query?: ReviewQuery): Promise<Page<ReviewInfo>>;
  getReview(review: string): Promise<ReviewDetail>;
  getReviewContent(review: string): Promise<VersionContent>;
  /** `etag` is that of the request. An approval publishes or promotes at once. */
  decideReview(review: string, etag: string, decision: ReviewDecision): Promise<ReviewInfo>;
  withdrawReview(review: string, etag: string): Promise<ReviewInfo>;
  /** One's own working copies, newest first, one after the other. */
  allDrafts(): AsyncGenerator<DraftSummary, void>;
  /** One's own working copy on the server. */
  getDraft(id: ConnectorId, query?: DraftQuery): Promise<Draft>;
  /** `etag` is that of the draft which is replaced; none for a new one. */
  putDraft(id: ConnectorId, request: DraftRequest, etag?: string): Promise<DraftInfo>;
  deleteDraft(id: ConnectorId, etag: string): Promise<void>;
  /** The policy of an enterprise; the registry's own if none is named. */
  getPolicy(enterprise?: string): Promise<PolicyInfo>;
  putPolicy(etag: string, choice: PolicyChoice, enterprise?: string): Promise<PolicyInfo>;
  getUsage(id: ConnectorId): Promise<Usage>;
  /** Who is hit by the changes of a version. */
  /** What one's enterprise should know, newest first. */
  listNotices(query?: NoticeQuery): Promise<Page<Notice>>;
  markNoticeRead(notice: string): Promise<void>;
  listSubscriptions(): Promise<Items<Subscription>>;
  createSubscription(subscription: NewSubscription): Promise<CreatedSubscription>;
  deleteSubscription(subscription: string): Promise<void>;
  testSubscription(subscription: string): Promise<Delivery>;
  listDeliveries(subscription: string, query?: DeliveryQuery): Promise<Page<Delivery>>;
  redeliver(subscription: string, delivery: string): Promise<Delivery>;
  getImpact(id: ConnectorId, version: string): Promise<Impact>;
  putConnection(enterprise: string, id: string, connection: ConnectionRequest): Promise<ConnectionInfo>;
  deleteConnection(enterprise: string, id: string): Promise<void>;
  listAudit(id: ConnectorId, query?: PageQuery): Promise<Page<AuditEvent>>;
  /** Every audit log that the token may read, event after event. */
  allAudit(): AsyncGenerator<AuditEvent, void>;
  reportUsage(report: UsageReport): Promise<UsageReceipt>;
}

/** Files as they are sent: binary ones as base64, all others as text. */
export function wireFiles(
  files: readonly { readonly path: string; readonly text: string; readonly bytes?: Uint8Array | undefined }[],
): WireContent[] {
  return files.map(({ path, text, bytes }) => (bytes ? { path, base64: encodeBase64(bytes) } : { path, text }));
}

/** Creates a client. Every method resolves with the typed answer or throws a `RegistryError`. */
export function createClient(options: ClientOptions): RegistryClient {
  const baseUrl = options.baseUrl.replace(/\/+$/, "");
  const call = createCall(baseUrl, options);
  const client: RegistryClient = {
    baseUrl,
    meta: () => call("getMeta", {}),
    whoami: () => call("getWhoami", {}),
    createDeviceCode: (name) => call("createDeviceCode", { body: { client: name } }),
    takeDeviceToken: (code) => call("createDeviceToken", { body: { device_code: code } }),
    getDeviceCode: (code) => call("getDeviceCode", { params: { user_code: code } }),
    decideDevice: (code, body) => call("putDeviceApproval", { params: { user_code: code }, body }),
    createPublishToken: (token) => call("createPublishToken", { body: { token } }),
    listTokens: () => call("listTokens", {}),
    createToken: (body) => call("createToken", { body }),
    revokeToken: (id) => call("deleteToken", { params: { id } }),
    listConnectors: (query = {}) => call("listConnectors", { query }),
    allConnectors: (query = {}) => everyPage((cursor) => client.listConnectors({ ...query, ...cursor })),
    getConnector: (id) => call("getConnector", { params: split(id) }),
    async findConnector(id) {
      try {
        return await client.getConnector(id);
      } catch (error) {
        if (error instanceof RegistryError && error.code === "not-found") return undefined;
        throw error;
      }
    },
    listVersions: (id) => call("listVersions", { params: split(id) }),
    getVersion: (id, version) => call("getVersion", { params: { ...split(id), version } }),
    getContent: (id, version) => call("getContent", { params: { ...split(id), version } }),
    getVerdict: (id, version) => call("getVerdict", { params: { ...split(id), version } }),
    publish: (id, version, body, { dryRun = false } = {}) =>
      call("putVersion", { params: { ...split(id), version }, query: dryRun ? { dry_run: "1" } : {}, body }),
    deprecate: (id, etag, body) => call("putDeprecation", { params: split(id), body, ifMatch: etag }),
    undeprecate: (id, etag) => call("deleteDeprecation", { params: split(id), ifMatch: etag }),
    unpublish: (id, etag, override = {}) =>
      call("putPublication", { params: split(id), body: { state: "unpublished", ...override }, ifMatch: etag }),
    promote: (id, etag, body = {}) => call("createPromotion", { params: split(id), body, ifMatch: etag }),
    requestReview: (id, body) => call("createReview", { params: split(id), body }),
    listReviews: (query = {}) => call("listReviews", { query }),
    allReviews: (query = {}) => everyPage((cursor) => client.listReviews({ ...query, ...cursor })),
    listConnectorReviews: (id, query = {}) => call("listConnectorReviews", { params: split(id), query }),
    getReview: (id) => call("getReview", { params: { id } }),
    getReviewContent: (id) => call("getReviewContent", { params: { id } }),
    decideReview: (id, etag, body) => call("putReviewDecision", { params: { id }, body, ifMatch: etag }),
    withdrawReview: (id, etag) => call("deleteReview", { params: { id }, ifMatch: etag }),
    allDrafts: () => everyPage((cursor) => call("listDrafts", { query: cursor })),
    getDraft: (id, query = {}) => call("getDraft", { params: split(id), query }),
    putDraft: (id, body, etag) =>
      call("putDraft", { params: split(id), body, ...(etag !== undefined && { ifMatch: etag }) }),
    deleteDraft: (id, etag) => call("deleteDraft", { params: split(id), ifMatch: etag }),
    getPolicy: (namespace) =>
      namespace === undefined ? call("getRegistryPolicy", {}) : call("getPolicy", { params: { namespace } }),
    putPolicy: (ifMatch, body, namespace) =>
      namespace === undefined
        ? call("putRegistryPolicy", { body, ifMatch })
        : call("putPolicy", { params: { namespace }, body, ifMatch }),
    getUsage: (id) => call("getUsage", { params: split(id) }),
    listNotices: (query = {}) => call("listNotices", { query }),
    markNoticeRead: (id) => call("putNoticeRead", { params: { id } }),
    listSubscriptions: () => call("listSubscriptions", {}),
    createSubscription: (body) => call("createSubscription", { body }),
    deleteSubscription: (id) => call("deleteSubscription", { params: { id } }),
    testSubscription: (id) => call("createSubscriptionTest", { params: { id } }),
    listDeliveries: (id, query = {}) => call("listDeliveries", { params: { id }, query }),
    redeliver: (id, delivery) => call("createRedelivery", { params: { id, delivery } }),
    getImpact: (id, version) => call("getImpact", { params: { ...split(id), version } }),
    putConnection: (namespace, id, body) => call("putConnection", { params: { namespace, id }, body }),
    deleteConnection: (namespace, id) => call("deleteConnection", { params: { namespace, id } }),
    listAudit: (id, query = {}) => call("listAudit", { params: split(id), query }),
    allAudit: () => everyPage((cursor) => call("listAllAudit", { query: { limit: 100, ...cursor } })),
    reportUsage: (body) => call("createUsageReport", { body }),
  };
  return client;
}

/** The items of a list, page after page. */
async function* everyPage<T>(read: (cursor: { cursor?: string }) => Promise<Page<T>>): AsyncGenerator<T, void> {
  let cursor: string | null | undefined;
  do {
    const page = await read(cursor ? { cursor } : {});
    yield* page.items;
    cursor = page.next_cursor;
  } while (cursor);
}

interface CallInput<Name extends RouteName> {
  params?: Operations[Name]["params"];
  query?: Operations[Name]["query"];
  body?: Operations[Name]["body"];
  ifMatch?: string;
}

function createCall(baseUrl: string, { fetch, token, newKey }: ClientOptions) {
  return async <Name extends RouteName>(name: Name, input: CallInput<Name>): Promise<Operations[Name]["result"]> => {
    const route = routes[name];
    const url = `${baseUrl}${pathOf(route, (input.params ?? {}) as Record<string, string>)}${queryText(input.query ?? {})}`;
    const headers: Record<string, string> = { accept: "application/json" };
    if (token) headers.authorization = `Bearer ${token}`;
    if (input.ifMatch !== undefined) headers["if-match"] = input.ifMatch;
    if (input.body !== undefined) headers["content-type"] = "application/json";
    const key = route.method === "POST" ? newKey?.() : undefined;
    if (key !== undefined) headers["idempotency-key"] = key;
    const init = { method: route.method, headers };
    const send = async (): Promise<{ status: number; text: string }> => {
      const response = await fetch(
        url,
        input.body === undefined ? init : { ...init, body: JSON.stringify(input.body) },
      );
      return { status: response.status, text: await response.text() };
    };
    const { status, text } = await send()
      .catch((error: unknown) => (key === undefined || error instanceof Interruption ? Promise.reject(error) : send()))
      .catch((error: unknown) => {
        throw error instanceof Interruption ? error : unreachable(baseUrl, error);
      });
    if (status === 204) return undefined as Operations[Name]["result"];
    const value = readJson(text);
    if (status >= 200 && status < 300 && value !== undefined) return value as Operations[Name]["result"];
    throw problemError(baseUrl, status, value);
  };
}

function unreachable(baseUrl: string, error: unknown): RegistryError {
  const cause = causeOf(error);
  return new RegistryError(
    "unreachable",
    0,
    `The registry at ${baseUrl} does not answer${cause && ` (${cause})`}. Start it, or check its address.`,
    baseUrl,
  );
}

/** What Node or the browser says was the matter: `ECONNREFUSED` tells more than `fetch failed`. */
function causeOf(error: unknown): string {
  let innermost = "";
  for (let each = error; typeof each === "object" && each !== null; each = (each as { cause?: unknown }).cause) {
    const { code, message } = each as { code?: unknown; message?: unknown };
    if (typeof code === "string") return code;
    if (typeof message === "string" && message !== "") innermost = message;
  }
  return innermost.replace(/\.$/, "");
}

function problemError(baseUrl: string, status: number, value: unknown): RegistryError {
  const problem = value as Partial<Problem> | undefined;
  const code = typeof problem?.type === "string" ? problem.type.slice(problemPrefix.length) : "";
  if (typeof problem?.detail === "string" && problem.type?.startsWith(problemPrefix) && code in problems)
    return new RegistryError(
      code as ProblemCode,
      status,
      sentence(problem as Problem, baseUrl),
      baseUrl,
      problem as Problem,
    );
  return new RegistryError(
    "unexpected",
    status,
    `${baseUrl} answered with status ${status} and not as a Patchbay registry does. Check the address.`,
    baseUrl,
  );
}

/** The detail is a sentence already; where a sign-in is at stake it has to be said which registry is meant. */
function sentence({ detail, status }: Problem, baseUrl: string): string {
  return status === 401 || status === 403 || status >= 500 ? `${detail} (${baseUrl})` : detail;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function queryText(query: object): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  if (pairs.length === 0) return "";
  return `?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join("&")}`;
}

function split(id: ConnectorId): { namespace: string; slug: string } {
  const at = id.indexOf("/");
  return { namespace: id.slice(0, Math.max(at, 0)), slug: id.slice(at + 1) };
}
