/** `GET /metrics`: for whoever watches the registry, and nobody else. */
import { timingSafeEqual } from "node:crypto";
import { sha256 } from "./hash.ts";
import type { App, Http } from "./http.ts";
import type { Metrics, StoreNumbers } from "./metrics.ts";
import { ProblemError } from "./problem.ts";
import type { Store } from "./store/driver.ts";

export const metricsPath = "/metrics";

export interface MetricsParts {
  readonly metrics: Metrics;
  readonly store: Store;
  /** What a scraper has to send as its bearer token. */
  readonly token: string | undefined;
  /** Whether only this machine reaches the registry, so that no token is needed. */
  readonly isLocal: boolean;
  /** Refuses whoever has sent too many wrong tokens. */
  ensureMayTry(http: Http): void;
  /** Counts a wrong token. */
  countWrong(http: Http): void;
}

export function addMetrics(app: App, parts: MetricsParts): void {
  app.get(metricsPath, async (http) => {
    http.set("route", "getMetrics");
    ensureMayRead(http, parts);
    const text = parts.metrics.text(await numbersOf(parts.store));
    return http.body(text, 200, {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    });
  });
}

function ensureMayRead(http: Http, { token, isLocal, ensureMayTry, countWrong }: MetricsParts): void {
  // What a proxy on this machine hands on comes from elsewhere.
  const isForwarded = ["forwarded", "x-forwarded-for", "via"].some((name) => http.req.header(name) !== undefined);
  if (isLocal && !isForwarded) return;
  if (token === undefined)
    throw new ProblemError(
      "not-found",
      "The metrics of this registry can be read from its own machine only. Its operator can set PATCHBAY_METRICS_TOKEN.",
    );
  ensureMayTry(http);
  const given = /^Bearer +(\S+)$/i.exec(http.req.header("authorization") ?? "")?.[1] ?? "";
  // Hashes have one length, so that the comparison tells nothing of the token.
  if (timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(token)))) return;
  countWrong(http);
  throw new ProblemError(
    "unauthenticated",
    "The metrics need the token that the operator has set as PATCHBAY_METRICS_TOKEN.",
    {},
    { "www-authenticate": 'Bearer realm="patchbay metrics"' },
  );
}

/** What waits in the store; nothing where it does not answer, since the other numbers matter most then. */
async function numbersOf(store: Store): Promise<StoreNumbers | undefined> {
  try {
    return await store.read(async (tx) => {
      const count = async (sql: string) => Number((await tx.get<{ number: number }>(sql))?.number ?? 0);
      return {
        waiting:
          (await count("select count(*) as number from outbox where delivered_at is null")) +
          (await count("select count(*) as number from delivery where delivered_at is null and dead_at is null")),
        dead: await count("select count(*) as number from delivery where dead_at is not null"),
      };
    });
  } catch {
    return undefined;
  }
}
