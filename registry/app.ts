/** The HTTP side: from the table of routes to answers. Handlers neither see requests nor write responses. */
import { randomUUID } from "node:crypto";
import { Hono, type Context as HonoContext } from "hono";
import { type Problem, problems } from "../core/api/problems.ts";
import { type Route, type RouteName, routeNames, routes } from "../core/api/routes.ts";
import { limits } from "../core/api/schemas.ts";
import { authenticate, nobody } from "./authenticate.ts";
import { ensureScope } from "./authorise.ts";
import { readBody } from "./body.ts";
import type { Caller, Context, Handler } from "./context.ts";
import { handlers } from "./handlers.generated.ts";
import { AnsweredBefore, onceContext } from "./idempotency.ts";
import { type Limits, RateLimits } from "./limits.ts";
import { authorityPolicy } from "./policy.ts";
import { ProblemError, problemBody } from "./problem.ts";
import { StoreUnavailable } from "./store/driver.ts";
import { createValidators, type RouteValidator } from "./validate.ts";

export interface AppOptions {
  /** How often somebody may ask; as often as they like if absent. */
  limits?: Limits | undefined;
  /** Names under which the registry may be called; every one if absent. It keeps strange web pages out of a local registry. */
  hosts?: readonly string[] | undefined;
  /** Writes one line of the log; never given a token or a body. */
  log: (entry: Record<string, unknown>) => void;
  /** Tests also compare every answer with its schema. */
  checkAnswers?: boolean;
}

type Variables = { requestId: string; caller: Caller | undefined };
type Http = HonoContext<{ Variables: Variables }>;

/** The application of a registry. */
export function createApp(context: Context, options: AppOptions): Hono<{ Variables: Variables }> {
  const app = new Hono<{ Variables: Variables }>();
  const validators = createValidators();
  const rates = options.limits && new RateLimits(options.limits);

  app.use("*", async (http, next) => {
    const started = performance.now();
    const given = http.req.header("x-request-id") ?? "";
    http.set("requestId", /^[\w.-]{1,64}$/.test(given) ? given : randomUUID());
    await next();
    http.header("x-request-id", http.get("requestId"));
    http.header("x-content-type-options", "nosniff");
    // Tokens travel in a header and never in a cookie, so another origin gains nothing that it does not have.
    http.header("access-control-allow-origin", "*");
    http.header(
      "access-control-expose-headers",
      "etag, link, location, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset, deprecation, sunset, x-request-id",
    );
    if (!http.res.headers.has("cache-control")) http.header("cache-control", "private, no-cache");
    options.log({
      at: context.now(),
      level: http.res.status >= 500 ? "error" : "info",
      request_id: http.get("requestId"),
      method: http.req.method,
      path: http.req.path,
      status: http.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
      ...(http.get("caller") && { principal: `${http.get("caller")?.principal}@${http.get("caller")?.enterprise}` }),
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
  app.notFound((http) => problemResponse(http, unknownAddress(http)));
  app.onError((error, http) => {
    if (error instanceof ProblemError) return problemResponse(http, error);
    options.log({
      at: context.now(),
      level: "error",
      request_id: http.get("requestId"),
      error: error.stack ?? String(error),
    });
    if (error instanceof StoreUnavailable)
      return problemResponse(http, new ProblemError("unavailable", error.message, {}, { "retry-after": "5" }));
    const detail = `The registry failed. Its log has the reason under the request id ${http.get("requestId")}.`;
    return problemResponse(http, new ProblemError("internal", detail));
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
  const isPublic = route.access === "public";
  // Whoever may call without a name is counted by address; only signing in writes something then.
  if (isPublic && route.method !== "GET") rates?.take("signIns", addressOf(http));
  const caller = isPublic ? nobody : await identify(http, context, rates);
  if (!isPublic) {
    http.set("caller", caller);
    const left = rates?.take(kindOf(name, route), `${caller.principal}@${caller.enterprise}`) ?? {};
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
  const key = route.method === "POST" ? http.req.header("idempotency-key") : undefined;
  // Only what changes something depends on what the caller's enterprise has decided.
  const policy =
    route.method === "GET" || isPublic
      ? context.policy
      : await context.store.read((tx) => authorityPolicy(tx, caller.enterprise));
  const ruled: Context = { ...context, policy };
  const handle = handlers[name] as Handler<RouteName>;
  const reply = await handle(
    { params, query, body, caller, ifMatch: http.req.header("if-match"), url: address } as never,
    key === undefined ? ruled : onceContext(ruled, { key, route: name, caller, url: address, body }),
  ).catch((error: unknown) => {
    if (!(error instanceof AnsweredBefore)) throw error;
    http.header("idempotency-replayed", "true");
    return error.reply as Awaited<ReturnType<typeof handle>>;
  });
  const wrong = options.checkAnswers && reply.status !== 204 ? validator.result(reply.body) : undefined;
  if (wrong) throw new Error(`the answer of ${name} does not fit its schema: ${wrong}`);
  for (const [header, value] of Object.entries(reply.headers ?? {})) http.header(header, value);
  const { etag } = reply.headers ?? {};
  if (etag !== undefined && route.statuses.includes(304) && matches(http.req.header("if-none-match"), etag))
    return http.body(null, 304);
  return reply.status === 204 ? http.body(null, 204) : http.json(reply.body as object, reply.status as 200);
}

/** Finds out who calls. Whoever guesses tokens is kept from guessing on, by address. */
async function identify(http: Http, context: Context, rates: RateLimits | undefined): Promise<Caller> {
  const address = addressOf(http);
  rates?.ensure("wrongTokens", address);
  try {
    return await authenticate(http.req.header("authorization"), context.store, context.now(), context.oidc?.verify);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== "unauthenticated") throw error;
    rates?.take("wrongTokens", address);
    // RFC 9728: a client that knows nothing of this registry finds out from here who gives out tokens.
    if (context.oidc)
      error.headers["www-authenticate"] +=
        `, resource_metadata="${context.publicUrl()}${routes.getProtectedResource.path}"`;
    throw error;
  }
}

function addressOf(http: Http): string {
  return (http.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress ?? "";
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
