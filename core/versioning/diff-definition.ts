import type { Connector, Credential, Operation } from "../model/connector.ts";
import { unsafeRetries } from "../model/retries.ts";
import type { Item } from "../syntax/item.ts";
import type { Part } from "./diff-connector.ts";
import { diffMappings, diffRecords } from "./diff-mappings.ts";
import { scopesIn } from "./diff-security.ts";
import { differs, type Sink } from "./facts.ts";

const diffOverview: Part = (before, after, sink) => {
  const [old, now] = [before.root.get("overview"), after.root.get("overview")];
  for (const key of ["name", "description", "icon", "documentation_url", "limitations"]) {
    if (differs(old.get(key), now.get(key)))
      sink({ kind: "overview.changed", entity: `overview.${key}`, ...places(old, now, key) });
  }
  if (differs(old.get("type"), now.get("type")))
    sink({
      kind: "connector.type-changed",
      entity: "connector type",
      ...places(old, now, "type"),
      from: before.typeText,
      to: after.typeText,
    });
};

function places(old: Item, now: Item, key: string) {
  return {
    old: old.get(key).exists ? old.get(key).place : old.keyPlace,
    new: now.get(key).exists ? now.get(key).place : now.keyPlace,
  };
}

function diffAuth(before: Connector, after: Connector, sink: Sink): void {
  const [old, now] = [before.auth, after.auth];
  const emit = (kind: string, a: Item, b: Item, key: string): void =>
    sink({
      kind,
      entity: "authentication",
      ...places(a, b, key),
      from: String(a.get(key).scalar ?? ""),
      to: String(b.get(key).scalar ?? ""),
    });
  if (before.authType !== after.authType) {
    emit("auth.type-changed", old, now, "type");
    return;
  }
  // Which operation tests a connection.
  if (differs(old.get("ping"), now.get("ping"))) emit("connector.capability-changed", old, now, "ping");
  const [oldKey, newKey] = [old.get("api_key"), now.get("api_key")];
  if (differs(oldKey.get("in"), newKey.get("in"))) emit("auth-scheme.api-key-location-changed", oldKey, newKey, "in");
  for (const key of ["header_name", "query_name", "key_prefix"])
    if (differs(oldKey.get(key), newKey.get(key)) && !(key === "header_name" && sameLetters(oldKey, newKey)))
      emit("auth-scheme.api-key-name-changed", oldKey, newKey, key);
  const [oldOauth, newOauth] = [old.get("oauth2"), now.get("oauth2")];
  if (differs(oldOauth.get("grant_type"), newOauth.get("grant_type")))
    emit("auth-scheme.flow-changed", oldOauth, newOauth, "grant_type");
  if (differs(oldOauth.get("authorization_url"), newOauth.get("authorization_url")))
    emit("auth-scheme.authorization-url-changed", oldOauth, newOauth, "authorization_url");
  if (differs(oldOauth.get("token_url"), newOauth.get("token_url")))
    emit("auth-scheme.token-url-changed", oldOauth, newOauth, "token_url");
  const [had, has] = [scopesIn(oldOauth.get("scopes").strings()), scopesIn(newOauth.get("scopes").strings())];
  const added = has.filter((scope) => !had.includes(scope));
  const removed = had.filter((scope) => !has.includes(scope));
  // Here the scopes are what a connection asks for, as in apiProperties.json: a new one needs everybody's consent again.
  if (added.length)
    sink({
      kind: "auth-scheme.connector-scope-added",
      entity: `scope ${added.join(", ")}`,
      ...places(oldOauth, newOauth, "scopes"),
    });
  if (removed.length)
    sink({
      kind: "auth-scheme.connector-scope-removed",
      entity: `scope ${removed.join(", ")}`,
      ...places(oldOauth, newOauth, "scopes"),
    });
}

/** Whether the names of two headers are the same to HTTP, which reads them without letter case. */
function sameLetters(old: Item, now: Item): boolean {
  return old.get("header_name").string?.toLowerCase() === now.get("header_name").string?.toLowerCase();
}

function diffCredentials(before: Connector, after: Connector, sink: Sink): void {
  const old = new Map(before.credentials.map((credential) => [credential.name, credential]));
  const now = new Map(after.credentials.map((credential) => [credential.name, credential]));
  const container = after.auth.get("credentials");
  for (const [name, credential] of old) {
    const match = now.get(name);
    if (match) diffCredential(credential, match, sink);
    else
      sink({
        kind: "credential.removed",
        entity: `credential ${name}`,
        old: credential.item.keyPlace,
        new: container.exists ? container.keyPlace : after.auth.exists ? after.auth.keyPlace : after.root.keyPlace,
      });
  }
  for (const [name, credential] of now)
    if (!old.has(name))
      sink({
        kind: "credential.added",
        entity: `credential ${name}`,
        new: credential.item.keyPlace,
        required: credential.required,
      });
}

function diffCredential(old: Credential, now: Credential, sink: Sink): void {
  const emit = (aspect: string, key: string): void =>
    sink({ kind: `credential.${aspect}`, entity: `credential ${now.name}`, ...places(old.item, now.item, key) });
  if (old.type !== now.type) emit("type-changed", "type");
  if (old.required !== now.required) emit(now.required ? "became-required" : "became-optional", "required");
  if (old.secret !== now.secret) emit(now.secret ? "secret-added" : "secret-removed", "secret");
  for (const key of ["label", "description", "placeholder"]) {
    if (!differs(old.item.get(key), now.item.get(key))) continue;
    emit("label-changed", key);
    break;
  }
}

/** `newlyUnsafe` names the operations that may be carried out twice now, and could not before. */
function diffResilience(
  [old, now]: readonly [Item, Item],
  before: Connector,
  after: Connector,
  of: string,
  newlyUnsafe: () => readonly string[],
  sink: Sink,
): void {
  const at = (key: string) => ({
    old: old.get(key).exists ? old.get(key).place : before.root.keyPlace,
    new: now.get(key).exists ? now.get(key).place : now.exists ? now.keyPlace : after.root.keyPlace,
  });
  if (differs(old.get("timeout_ms"), now.get("timeout_ms")))
    sink({ kind: "resilience.timeout-changed", entity: `timeout of ${of}`, ...at("timeout_ms") });
  if (differs(old.get("retries"), now.get("retries"))) {
    const base = { entity: `retries of ${of}`, ...at("retries") };
    const unsafe = newlyUnsafe();
    if (unsafe.length) sink({ ...base, kind: "resilience.retry-unsafe-enabled", to: unsafe.join(", ") });
    sink({ ...base, kind: "resilience.retry-changed" });
  }
  if (differs(old.get("circuit_breaker"), now.get("circuit_breaker")))
    sink({ kind: "resilience.circuit-breaker-changed", entity: `circuit breaker of ${of}`, ...at("circuit_breaker") });
  if (!differs(old.get("rate_limit"), now.get("rate_limit"))) return;
  const rate = (item: Item): number => {
    const requests = item.get("rate_limit").get("requests").number;
    return requests === undefined
      ? Number.POSITIVE_INFINITY
      : requests / (item.get("rate_limit").get("per_seconds").number ?? 1);
  };
  sink({
    kind: rate(now) < rate(old) ? "resilience.rate-limit-lowered" : "resilience.rate-limit-raised",
    entity: `rate limit of ${of}`,
    ...at("rate_limit"),
  });
}

/** Of some operations, those whose repetitions became unsafe. */
function becameUnsafe(operations: readonly Operation[], before: Connector): string[] {
  return operations.flatMap((operation) => {
    const old = before.operation(operation.id);
    return old && !unsafeRetries(old) && unsafeRetries(operation) ? [operation.id] : [];
  });
}

/** What only connector definitions have: overview, authentication, credentials, mappings, resilience. */
export const definitionParts: readonly Part[] = [
  diffOverview,
  diffAuth,
  diffCredentials,
  diffMappings,
  diffRecords,
  (before, after, sink) => {
    const inheriting = (): Operation[] =>
      after.operations.filter(({ resilience }) => !resilience.get("retries").exists);
    const both = [before.resilience, after.resilience] as const;
    diffResilience(both, before, after, "connector", () => becameUnsafe(inheriting(), before), sink);
  },
];

/** Resilience of an operation; by id alone, because its settings stand beside the connector's own. */
export function diffOperationResilience(operation: Operation, before: Connector, sink: Sink): void {
  const old = before.operation(operation.id);
  if (!old) return;
  const both = [old.resilience, operation.resilience] as const;
  diffResilience(both, before, operation.connector, operation.id, () => becameUnsafe([operation], before), sink);
}
