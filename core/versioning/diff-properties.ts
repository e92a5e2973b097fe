import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import type { Part } from "./diff-connector.ts";
import { scopesIn } from "./diff-security.ts";
import { canonical, differs, type Sink } from "./facts.ts";

const required = (item: Item): boolean =>
  /^true$/i.test(String(item.path("uiDefinition", "constraints", "required").scalar ?? ""));

type Compare = (old: Item, now: Item, sink: Sink, before: Connector, after: Connector) => void;
const part =
  (compare: Compare): Part =>
  (before, after, sink) => {
    const [old, now] = [before.properties, after.properties];
    if (old.exists && now.exists) compare(old, now, sink, before, after);
  };
/** Settings that are compared on their own. */
const KNOWN: ReadonlySet<string> = new Set([
  "connectionParameters",
  "connectionParameterSets",
  "capabilities",
  "tier",
  "policyTemplateInstances",
  "scriptOperations",
  "iconBrandColor",
  "icon",
  "publisher",
  "stackOwner",
]);
const diffOthers: Compare = (old, now, sink) => {
  for (const key of otherKeys(old, now, KNOWN)) extension(key, old, now, key, sink);
};
const diffScript: Compare = (old, now, sink, before, after) => {
  const operations = (item: Item): string => canonical(item.get("scriptOperations").strings().sort());
  if (operations(old) !== operations(now) || old.get("scriptOperations").exists !== now.get("scriptOperations").exists)
    sink({
      kind: "connector.script-operations-changed",
      entity: "script operations",
      ...places(old.get("scriptOperations"), now.get("scriptOperations"), old, now),
    });
  for (const key of ["iconBrandColor", "icon", "publisher", "stackOwner"]) {
    if (differs(old.get(key), now.get(key)))
      sink({ kind: "connector.branding-changed", entity: key, ...places(old.get(key), now.get(key), old, now) });
  }
  const script = (connector: Connector): string => connector.file("script")?.text ?? "";
  if (script(before) !== script(after))
    sink({ kind: "connector.script-changed", entity: "script", new: now.keyPlace, old: old.keyPlace });
};

/** Of apiProperties.json: what a connection is made of, what the platform does with calls, how the connector looks. */
export const propertiesParts: readonly Part[] = [
  part((old, now, sink) =>
    diffParameters("connection parameter", old.get("connectionParameters"), now.get("connectionParameters"), now, sink),
  ),
  part((old, now, sink) => diffSets(old.get("connectionParameterSets"), now.get("connectionParameterSets"), now, sink)),
  part(diffCapabilities),
  part(diffTier),
  part((old, now, sink) =>
    diffPolicies(old.get("policyTemplateInstances"), now.get("policyTemplateInstances"), now, sink),
  ),
  part(diffScript),
  part(diffOthers),
];

/** The plan that the connector needs. Only the way up keeps somebody out. */
function diffTier(old: Item, now: Item, sink: Sink): void {
  const isPremium = (item: Item): boolean => item.get("tier").string?.toLowerCase() === "premium";
  if (isPremium(old) || !isPremium(now)) return;
  const [from, to] = [old.get("tier"), now.get("tier")];
  sink({ kind: "connector.tier-premium", entity: "tier", ...places(from, to, old, now), from: from.string ?? "none" });
}

function places(old: Item, now: Item, oldRoot: Item, newRoot: Item) {
  return { old: old.exists ? old.place : oldRoot.keyPlace, new: now.exists ? now.place : newRoot.keyPlace };
}

function diffParameters(thing: string, before: Item, after: Item, root: Item, sink: Sink): void {
  const old = new Map(before.children().map((item) => [item.key, item]));
  const now = new Map(after.children().map((item) => [item.key, item]));
  for (const [name, item] of old) {
    const match = now.get(name);
    if (match) diffParameter(`${thing} ${name}`, item, match, sink);
    else
      sink({
        kind: "connection-parameter.removed",
        entity: `${thing} ${name}`,
        old: item.keyPlace,
        new: after.exists ? after.keyPlace : root.keyPlace,
      });
  }
  for (const [name, item] of now) {
    // A sign-in is part of making a connection whether or not it is marked as required.
    if (!old.has(name))
      sink({
        kind: "connection-parameter.added",
        entity: `${thing} ${name}`,
        new: item.keyPlace,
        required: required(item) || item.get("type").string?.toLowerCase() === "oauthsetting",
      });
  }
}

function diffParameter(entity: string, old: Item, now: Item, sink: Sink): void {
  const emit = (kind: string, a: Item, b: Item, from?: string, to?: string): void =>
    sink({ kind, entity, ...places(a, b, old, now), ...(from && { from }), ...(to && { to }) });
  const type = (item: Item): string => (item.get("type").string ?? "string").toLowerCase();
  if (type(old) !== type(now))
    emit("connection-parameter.type-changed", old.get("type"), now.get("type"), type(old), type(now));
  const constraint = (item: Item): Item => item.path("uiDefinition", "constraints", "required");
  if (required(old) !== required(now))
    emit(
      required(now) ? "connection-parameter.became-required" : "connection-parameter.became-optional",
      constraint(old),
      constraint(now),
    );
  const allowed = (item: Item): Item => {
    const own = item.get("allowedValues");
    return own.exists ? own : item.path("uiDefinition", "constraints", "allowedValues");
  };
  const values = (item: Item): string[] =>
    allowed(item)
      .children()
      .map((child) => canonical((child.isObject ? child.get("value").scalar : child.scalar) ?? null));
  const [had, has] = [values(old), values(now)];
  if (had.length || has.length) {
    const gone = had.filter((value) => !has.includes(value));
    const fresh = has.filter((value) => !had.includes(value));
    // A list where any value was allowed takes values away; dropping the list allows more.
    if (gone.length ? has.length : !had.length)
      emit("connection-parameter.allowed-value-removed", allowed(old), allowed(now), gone.join(", "));
    if (fresh.length ? had.length : !has.length)
      emit("connection-parameter.allowed-value-added", allowed(old), allowed(now), undefined, fresh.join(", "));
  }
  const common = new Set(had.filter((value) => has.includes(value)));
  if (canonical(looks(old, allowed(old), common)) !== canonical(looks(now, allowed(now), common)))
    emit("connection-parameter.display-changed", old.get("uiDefinition"), now.get("uiDefinition"));
  for (const key of otherKeys(old, now, PARAMETER)) extension(`${key} of ${entity}`, old, now, key, sink);
  const [before, after] = [old.get("oAuthSettings"), now.get("oAuthSettings")];
  if (before.exists && after.exists) diffOauth(entity, before, after, sink);
  else if (before.exists !== after.exists && type(old) === type(now))
    emit("auth-scheme.identity-provider-changed", before, after);
}
const PARAMETER: ReadonlySet<string> = new Set(["type", "uiDefinition", "allowedValues", "oAuthSettings"]);

/** How a parameter is shown: all of its definition for the form but what it demands and which values it takes. */
function looks(parameter: Item, allowed: Item, common: ReadonlySet<string>): unknown {
  const ui = parameter.get("uiDefinition");
  const shown = (item: Item, without: readonly string[]): unknown =>
    item
      .children()
      .filter(({ key }) => !without.includes(key))
      .map((child) => [child.key, child.toData()]);
  const texts = allowed
    .children()
    .filter((child) => child.isObject && common.has(canonical(child.get("value").scalar ?? null)))
    .map((child) => child.toData());
  return [shown(ui, ["constraints"]), shown(ui.get("constraints"), ["required", "allowedValues"]), texts].map(sorted);
}
/** Lists are compared without their order. */
function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map(canonical).sort() : list;
}

/** Keys of two objects that differ and are not among those that are compared on their own. */
function otherKeys(old: Item, now: Item, known: ReadonlySet<string>): string[] {
  const names = new Set([...old.children(), ...now.children()].map(({ key }) => key));
  return [...names].filter((name) => !known.has(name) && differs(old.get(name), now.get(name)));
}
function extension(entity: string, old: Item, now: Item, key: string, sink: Sink): void {
  sink({ kind: "extension.changed", entity, ...places(old.get(key), now.get(key), old, now) });
}

/** What settings of a sign-in are about, by their names; the first that fits counts. */
const CUSTOM: readonly (readonly [RegExp, string])[] = [
  [/authorization.*url|^loginuri|^tenantid/i, "auth-scheme.authorization-url-changed"],
  [/^(?:token|refresh).*url/i, "auth-scheme.token-url-changed"],
  [/^resourceuri/i, "auth-scheme.connector-scope-added"],
];
const OAUTH: ReadonlySet<string> = new Set([
  "identityProvider",
  "clientId",
  "redirectMode",
  "scopes",
  "customParameters",
]);

function diffOauth(entity: string, old: Item, now: Item, sink: Sink): void {
  const emit = (kind: string, key: string): void =>
    sink({
      kind,
      entity,
      ...places(old.get(key), now.get(key), old, now),
      from: String(old.get(key).scalar ?? ""),
      to: String(now.get(key).scalar ?? ""),
    });
  if (differs(old.get("identityProvider"), now.get("identityProvider")))
    emit("auth-scheme.identity-provider-changed", "identityProvider");
  if (differs(old.get("clientId"), now.get("clientId"))) emit("auth-scheme.client-id-changed", "clientId");
  if (differs(old.get("redirectMode"), now.get("redirectMode")))
    emit("auth-scheme.redirect-mode-changed", "redirectMode");
  const scopes = (item: Item): string[] => scopesIn(item.get("scopes").strings());
  if (scopes(now).some((scope) => !scopes(old).includes(scope))) emit("auth-scheme.connector-scope-added", "scopes");
  if (scopes(old).some((scope) => !scopes(now).includes(scope))) emit("auth-scheme.connector-scope-removed", "scopes");
  const [before, after] = [old.get("customParameters"), now.get("customParameters")];
  for (const key of otherKeys(before, after, new Set())) {
    const [from, to] = [before.get(key), after.get(key)];
    const kind = from.exists && to.exists && CUSTOM.find(([names]) => names.test(key))?.[1];
    if (kind) sink({ kind, entity, old: from.keyPlace, new: to.keyPlace });
    else extension(`${key} of ${entity}`, before.exists ? before : old, after.exists ? after : now, key, sink);
  }
  for (const key of otherKeys(old, now, OAUTH)) extension(`${key} of ${entity}`, old, now, key, sink);
}

const SET: ReadonlySet<string> = new Set(["name", "parameters", "uiDefinition"]);
function diffSets(before: Item, after: Item, root: Item, sink: Sink): void {
  const display = (entity: string, from: Item, to: Item): void => {
    const [ui, shown] = [from.get("uiDefinition"), to.get("uiDefinition")];
    if (differs(ui, shown))
      sink({ kind: "connection-parameter.display-changed", entity, ...places(ui, shown, from, to) });
  };
  if (before.exists && after.exists) display("connection parameter sets", before, after);
  const old = new Map(
    before
      .get("values")
      .children()
      .map((item) => [item.get("name").string ?? "", item]),
  );
  const now = new Map(
    after
      .get("values")
      .children()
      .map((item) => [item.get("name").string ?? "", item]),
  );
  for (const [name, item] of old) {
    const match = now.get(name);
    if (match) {
      const of = `connection parameter of set ${name}:`;
      diffParameters(of, item.get("parameters"), match.get("parameters"), match, sink);
      display(`connection parameter set ${name}`, item, match);
      for (const key of otherKeys(item, match, SET))
        extension(`${key} of connection parameter set ${name}`, item, match, key, sink);
    } else
      sink({
        kind: "connection-parameter.set-removed",
        entity: `connection parameter set ${name}`,
        old: item.get("name").place,
        new: after.exists ? after.keyPlace : root.keyPlace,
      });
  }
  for (const [name, item] of now)
    if (!old.has(name))
      sink({
        kind: "connection-parameter.set-added",
        entity: `connection parameter set ${name}`,
        new: item.get("name").place,
      });
}

function diffCapabilities(old: Item, now: Item, sink: Sink): void {
  const [had, has] = [old.get("capabilities").strings(), now.get("capabilities").strings()];
  const at = places(old.get("capabilities"), now.get("capabilities"), old, now);
  const gone = had.filter((name) => !has.includes(name));
  const fresh = has.filter((name) => !had.includes(name));
  if (gone.length) sink({ kind: "connector.capability-removed", entity: `capability ${gone.join(", ")}`, ...at });
  if (fresh.length) sink({ kind: "connector.capability-added", entity: `capability ${fresh.join(", ")}`, ...at });
}

function diffPolicies(before: Item, after: Item, root: Item, sink: Sink): void {
  const key = (item: Item): string => `${item.get("templateId").string ?? ""} ${item.get("title").string ?? ""}`;
  const old = new Map(before.children().map((item) => [key(item), item]));
  const now = new Map(after.children().map((item) => [key(item), item]));
  for (const [name, item] of old) {
    const match = now.get(name);
    const entity = `policy ${item.get("title").string ?? item.get("templateId").string ?? ""}`;
    if (!match)
      sink({ kind: "policy.removed", entity, old: item.keyPlace, new: after.exists ? after.keyPlace : root.keyPlace });
    else if (differs(item, match)) sink({ kind: "policy.changed", entity, old: item.keyPlace, new: match.keyPlace });
  }
  for (const [name, item] of now)
    if (!old.has(name))
      sink({
        kind: "policy.added",
        entity: `policy ${item.get("title").string ?? item.get("templateId").string ?? ""}`,
        new: item.keyPlace,
      });
}
