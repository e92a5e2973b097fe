/** The HTTP side: from the table of routes to answers. Handlers neither see requests nor write responses. */
import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { type Problem, problems } from "../core/api/problems.ts";
import { type Route, type RouteName, routeNames, routes } from "../core/api/routes.ts";
import { limits } from "../core/api/schemas.ts";
import { authenticate, nobody, WrongToken } from "./authenticate.ts";
import { ensureScope } from "./authorise.ts";
import { readBody } from "./body.ts";
import { actorOf, type Caller, type Context, type Handler } from "./context.ts";
import { handlers } from "./handlers.generated.ts";
import { type App, addressOf, connectedAddress, type Http } from "./http.ts";
import { AnsweredBefore, onceContext } from "./idempotency.ts";
import { type Limits, RateLimits } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import { addMetrics } from "./metrics-route.ts";
import { authorityPolicy } from "./policy.ts";
import { ProblemError, problemBody } from "./problem.ts";
import { directSender, type Sender } from "./proxies.ts";
import { StoreUnavailable } from "./store/driver.ts";
import { traceRequests } from "./tracing/requests.ts";
import { type Tracer, traceId } from "./tracing/spans.ts";
import { createValidators, type RouteValidator } from "./validate.ts";
import { addSite, type SiteOptions, sendProblem } from "./web/site.ts";

export interface AppOptions {
  /** How often somebody may ask; as often as they like if absent. */
  limits?: Limits | undefined;
  /** Names under which the registry may be called; every one if absent. It keeps strange web pages out of a local registry. */
  hosts?: readonly string[] | undefined;
  /** Says from where a request came; whoever connects if absent. */
  sender?: Sender | undefined;
  /** Writes one line of the log; never given a token or a body. */
  log: (entry: Record<string, unknown>) => void;
  /** Tests also compare every answer with its schema. */
  checkAnswers?: boolean;
  /** How the pages are shown; if absent, without https and to nobody without a token. */
  site?: SiteOptions | undefined;
  /** What the process counts, and the token that lets others than this machine read it. */
  metrics: Metrics;
  metricsToken?: string | undefined;
  /** Whether the registry is on its way down; never if absent. */
  isClosing?: (() => boolean) | undefined;
  /** Follows requests through the registry; nobody does if absent. */
  tracer?: Tracer | undefined;
}

/** The application of a registry. */
export function createApp(context: Context, options: AppOptions): App {
  const app: App = new Hono();
  const validators = createValidators();
  const rates = options.limits && new RateLimits(options.limits);
  const sender = options.sender ?? directSender;

  if (options.tracer) app.use("*", traceRequests(options.tracer));
  app.use("*", async (http, next) => {
    const started = performance.now();
    const given = http.req.header("x-request-id") ?? "";
    http.set("requestId", /^[\w.-]{1,64}$/.test(given) ? given : randomUUID());
    http.set("sender", sender(connectedAddress(http), http.req.header("x-forwarded-for")));
    await next();
    // Whoever asks again should ask another registry.
    if (options.isClosing?.()) http.header("connection", "close");
    http.header("x-request-id", http.get("requestId"));
    http.header("x-content-type-options", "nosniff");
    // Tokens of the API travel in a header and never in a cookie, so another origin gains nothing that it does not have.
    if (!http.get("isPage")) {
      http.header("access-control-allow-origin", "*");
      http.header(
        "access-control-expose-headers",
        "etag, link, location, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, deprecation, sunset, x-request-id",
      );
    }
    if (!http.res.headers.has("cache-control")) http.header("cache-control", "private, no-cache");
    const milliseconds = performance.now() - started;
    count(http, options.metrics, milliseconds);
    const caller = http.get("caller");
    const trace = traceId();
    options.log({
      at: context.now(),
      level: http.res.status >= 500 ? "error" : "info",
      request_id: http.get("requestId"),
      method: http.req.method,
      path: http.req.path,
      status: http.res.status,
      ms: Math.round(milliseconds * 10) / 10,
      ...(caller && { principal: actorOf(caller) }),
      ...(trace !== undefined && { trace_id: trace }),
    });
  });
  app.use("*", async (http, next) => {
    ensureHost(http, options.hosts);
    if (http.req.method !== "OPTIONS") return next();
    http.header("access-control-allow-methods", "GET, POST, PUT, DELETE");
    http.header(
      "access-control-allow-headers",
      "authorization, content-type, idempotency-key, if-match, if-none-match, x-request-id",
    );
    http.header("access-control-max-age", "600");
    if (http.req.header("access-control-request-private-network"))
      http.header("access-control-allow-private-network", "true");
    return http.body(null, 204);
  });
  for (const name of routeNames) {
    const route = routes[name];
    app.on(route.method, route.path.replace(/\{(\w+)\}/g, ":$1"), (http) =>
      answer(http, name, route, validators[name], context, options, rates),
    );
  }
  addMetrics(app, {
    metrics: options.metrics,
    store: context.store,
    token: options.metricsToken,
    isLocal: options.hosts !== undefined,
    ensureMayTry: (http) => rates?.ensure("wrongTokens", addressOf(http)),
    countWrong: (http) => rates?.take("wrongTokens", addressOf(http)),
  });
  const site = options.site ?? { secure: false, publicCatalogue: false };
  addSite(app, {
    context,
    options: site,
    validators,
    identify: async (http, token) => {
      const caller = await identify(http, `Bearer ${token}`, context, rates);
      // The pages show what the catalogue's route gives.
      ensureScope(caller, "listConnectors");
      return caller;
    },
    count: (http, caller, weight) => rates?.take("reads", caller ? actorOf(caller) : addressOf(http), weight),
  });
  const refuse = (http: Http, error: ProblemError) => {
    http.set("problem", error.code);
    return http.get("isPage") ? sendProblem(http, error, site) : problemResponse(http, error);
  };
  app.notFound((http) => {
    // Whoever follows a wrong link in a browser gets a page; programs get what the API says.
    if (!http.req.path.startsWith("/api/") && /\btext\/html\b/.test(http.req.header("accept") ?? ""))
      http.set("isPage", true);
    return refuse(http, unknownAddress(http));
  });
  app.onError((error, http) => {
    if (error instanceof ProblemError) return refuse(http, error);
    options.log({
      at: context.now(),
      level: "error",
      request_id: http.get("requestId"),
      error: error.stack ?? String(error),
    });
    if (error instanceof StoreUnavailable)
      return refuse(http, new ProblemError("unavailable", error.message, {}, { "retry-after": "5" }));
    const detail = `The registry failed. Its log has the reason under the request id ${http.get("requestId")}.`;
    return refuse(http, new ProblemError("internal", detail));
  });
  return app;
}

async function answer(
  http: Http,
  name: RouteName,
  route: Route,
  validator: RouteValidator,
  context: Context,
  options: AppOptions,
  rates: RateLimits | undefined,
): Promise<Response> {
  http.set("route", name);
  if (name === "getReadiness" && options.isClosing?.())
    throw new ProblemError("unavailable", "The registry is shutting down.", {}, { "retry-after": "5" });
  const isPublic = route.access === "public";
  // Whoever may call without a name is counted by address; only signing in writes something then.
  if (isPublic && route.method !== "GET") rates?.take("signIns", addressOf(http));
  const caller = isPublic ? nobody : await identify(http, http.req.header("authorization"), context, rates);
  if (!isPublic) {
    http.set("caller", caller);
    const left = rates?.take(kindOf(name, route), actorOf(caller)) ?? {};
    for (const [header, value] of Object.entries(left)) http.header(header, value);
  }
  ensureScope(caller, name);
  const params = http.req.param() as Record<string, string>;
  validator.params(params);
  const query = readQuery(http);
  validator.query(query);
  const body = route.body ? await readBody(http.req.raw, limits.body_bytes) : undefined;
  if (route.body) validator.body(body);

  const url = new URL(http.req.url);
  const address = url.pathname + url.search;
  const known = http.req.header("if-none-match");
  const has = (etag: string) => route.statuses.includes(304) && matches(known, etag);
  const key = route.method === "POST" ? http.req.header("idempotency-key") : undefined;
  // Only what changes something depends on what the caller's enterprise has decided.
  const policy =
    route.method === "GET" || isPublic
      ? context.policy
      : await context.store.read((tx) => authorityPolicy(tx, caller.enterprise));
  const ruled: Context = { ...context, policy };
  const handle = handlers[name] as Handler<RouteName>;
  const reply = await handle(
    { params, query, body, caller, ifMatch: http.req.header("if-match"), has, url: address } as never,
    key === undefined ? ruled : onceContext(ruled, { key, route: name, caller, url: address, body }),
  ).catch((error: unknown) => {
    if (!(error instanceof AnsweredBefore)) throw error;
    http.header("idempotency-replayed", "true");
    return error.reply as Awaited<ReturnType<typeof handle>>;
  });
  const isEmpty = reply.status === 204 || reply.status === 304;
  const wrong = options.checkAnswers && !isEmpty ? validator.result(reply.body) : undefined;
  if (wrong) throw new Error(`the answer of ${name} does not fit its schema: ${wrong}`);
  for (const [header, value] of Object.entries(reply.headers ?? {})) http.header(header, value);
  const { etag } = reply.headers ?? {};
  if (reply.status === 304 || (etag !== undefined && has(etag))) return http.body(null, 304);
  return reply.status === 204 ? http.body(null, 204) : http.json(reply.body as object, reply.status as 200);
}

/** Counts an answered request, and of a publication also what became of it. */
function count(http: Http, metrics: Metrics, milliseconds: number): void {
  const route = http.get("route") ?? (http.get("isPage") ? "page" : "none");
  const { status } = http.res;
  metrics.answered({ route, method: http.req.method, status, seconds: milliseconds / 1000 });
  if (route !== "putVersion") return;
  const done = http.req.query("dry_run") === "1" ? "dry-run" : status === 201 ? "created" : "unchanged";
  metrics.published(http.get("problem") ?? done);
}

/** Finds out who calls. Whoever guesses tokens is kept from guessing on, by address. */
async function identify(
  http: Http,
  authorization: string | undefined,
  context: Context,
  rates: RateLimits | undefined,
): Promise<Caller> {
  const address = addressOf(http);
  rates?.ensure("wrongTokens", address);
  try {
    return await authenticate(authorization, context.store, context.now(), context.oidc?.verify);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== "unauthenticated") throw error;
    // Editors ask before somebody has signed in, and after a sign-in has ended; nobody guesses by that.
    if (error instanceof WrongToken) rates?.take("wrongTokens", address);
    // RFC 9728: a client that knows nothing of this registry finds out from here who gives out tokens.
    if (context.oidc)
      error.headers["www-authenticate"] +=
        `, resource_metadata="${context.publicUrl()}${routes.getProtectedResource.path}"`;
    throw error;
  }
}

function kindOf(name: RouteName, { method }: Route): keyof Limits {
  if (method === "GET") return "reads";
  return name === "putVersion" ? "publications" : "changes";
}

function matches(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === etag);
}

/** The query as one value for each name; a name that is there twice is a mistake. */
function readQuery(http: Http): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(http.req.queries())) {
    if (values.length > 1)
      throw new ProblemError("invalid-request", `The query has ${JSON.stringify(name)} twice.`, {
        errors: [{ pointer: `/${name}`, detail: "is there twice" }],
      });
    query[name] = values[0] ?? "";
  }
  return query;
}

/** A web page of a stranger can let its own name point to this machine; its requests carry that name. */
function ensureHost(http: Http, hosts: readonly string[] | undefined): void {
  if (!hosts) return;
  const host = http.req.header("host") ?? "";
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (!hosts.includes(name))
    throw new ProblemError("forbidden", "This registry serves this machine only. Call it as localhost or 127.0.0.1.");
}

const patterns = routeNames.map((name) => ({
  method: routes[name].method,
  pattern: new RegExp(`^${routes[name].path.replace(/\{\w+\}/g, "[^/]+")}$`),
}));

function unknownAddress(http: Http): ProblemError {
  const methods = patterns.filter(({ pattern }) => pattern.test(http.req.path)).map(({ method }) => method);
  if (methods.length === 0)
    return new ProblemError("not-found", `There is nothing at ${http.req.path}. The routes are in /openapi.json.`);
  const allow = [...new Set(methods)].join(", ");
  return new ProblemError("method-not-allowed", `${http.req.path} knows ${allow} only.`, {}, { allow });
}

function problemResponse(http: Http, error: ProblemError): Response {
  const body: Problem = problemBody(error, http.req.path, http.get("requestId") ?? "");
  for (const [header, value] of Object.entries(error.headers)) http.header(header, value);
  http.header("content-type", "application/problem+json");
  return http.body(JSON.stringify(body), problems[error.code].status as 400);
}
