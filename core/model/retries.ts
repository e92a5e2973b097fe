import type { Item } from "../syntax/item.ts";
import type { Operation } from "./connector.ts";

/**
 * The retries of an operation, its own or the connector's, if they may carry out twice what creates or changes something: a call
 * that timed out may have worked. `undefined` where repeating is safe, or nothing is repeated.
 */
export function unsafeRetries({ method, parameters, resilience, connector }: Operation): Item | undefined {
  if (method !== "POST" && method !== "PATCH") return undefined;
  const own = resilience.get("retries");
  const retries = own.exists ? own : connector.resilience.get("retries");
  if (!((retries.get("max").number ?? 0) > 0)) return undefined;
  if (parameters.some(({ name }) => /idempot/i.test(name))) return undefined;
  const list = retries.get("retry_on");
  return !list.exists || list.children().some(saysNothing) ? retries : undefined;
}

/** Whether a failure leaves open if the call was carried out. */
function saysNothing({ string, number }: Item): boolean {
  return string === "timeout" || string === "network" || string === "5xx" || (number ?? 0) >= 500;
}
