/** A span for each request, below that of whoever asks. */
import type { MiddlewareHandler } from "hono";
import { type RouteName, routes } from "../../core/api/routes.ts";
import type { Variables } from "../http.ts";
import { metricsPath } from "../metrics-route.ts";
import { readTraceparent, spanKind, type Tracer } from "./spans.ts";

/** Machines ask for these again and again; a trace of each would bury the others. */
const untraced: ReadonlySet<string> = new Set([routes.getHealth.path, routes.getReadiness.path, metricsPath]);

export function traceRequests(tracer: Tracer): MiddlewareHandler<{ Variables: Variables }> {
  return async (http, next) => {
    const { method, path } = http.req;
    if (untraced.has(path)) return next();
    await tracer.run(method, spanKind.server, readTraceparent(http.req.header("traceparent")), async (span) => {
      await next();
      const name = http.get("route");
      const route = name === undefined ? undefined : (routes[name as RouteName]?.path ?? name);
      const { status } = http.res;
      span.name = route === undefined ? method : `${method} ${route}`;
      span.failed = status >= 500;
      Object.assign(span.attributes, {
        "http.request.method": method,
        ...(route !== undefined && { "http.route": route }),
        "http.response.status_code": status,
        "url.path": path,
        "patchbay.request_id": http.get("requestId"),
      });
    });
  };
}
