/** A store whose transactions are spans of the request that they belong to. */
import { spanKind, withInnerSpan } from "../tracing/spans.ts";
import type { Store } from "./driver.ts";

/** `system` is what OpenTelemetry calls the database. */
export function tracedStore(store: Store, system: "sqlite" | "postgresql"): Store {
  const transaction = <T>(kind: "read" | "write", work: () => Promise<T>): Promise<T> =>
    withInnerSpan(`store ${kind}`, spanKind.client, (span) => {
      if (span) span.attributes["db.system.name"] = system;
      return work();
    });
  return {
    read: (work) => transaction("read", () => store.read(work)),
    write: (work) => transaction("write", () => store.write(work)),
    close: () => store.close(),
  };
}
