import type { Severity } from "../checklist/types.ts";
import type { Connector } from "../model/connector.ts";
import { diffConnector } from "./diff-connector.ts";
import { diffDefinition } from "./diff-definition.ts";
import { diffOperations } from "./diff-operations.ts";
import { diffProperties } from "./diff-properties.ts";
import { diffSchemes } from "./diff-security.ts";
import type { Fact } from "./facts.ts";
import { rules } from "./generated.ts";
import { definitionOverrides } from "./overrides.ts";
import type { VersionRuleDefinition } from "./rule.ts";
import type { Bump, Change, CompareOptions, Verdict } from "./types.ts";

const ORDER: readonly Bump[] = ["none", "patch", "minor", "major"];

/** The larger of two bumps. */
export function largerBump(a: Bump, b: Bump): Bump {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** Rules by the kind of fact that they judge; those with a condition come first, so that the plain one is the rest. */
const byKind = new Map<string, VersionRuleDefinition[]>();
for (const rule of rules) {
  for (const kind of typeof rule.change === "string" ? [rule.change] : rule.change) {
    const list = byKind.get(kind) ?? [];
    if (rule.when) list.unshift(rule);
    else list.push(rule);
    byKind.set(kind, list);
  }
}

/** Everything that differs between two versions, without any judgement. Never throws; equal connectors give nothing. */
export function diffConnectors(before: Connector, after: Connector): readonly Fact[] {
  const facts: Fact[] = [];
  const sink = (fact: Fact): void => void facts.push(fact);
  if (before.family !== after.family) {
    facts.push({
      kind: "connector.family-changed",
      entity: "connector",
      old: before.root.keyPlace,
      new: after.root.keyPlace,
      from: before.family,
      to: after.family,
    });
    return facts;
  }
  diffConnector(before, after, sink);
  diffSchemes(before, after, sink);
  diffOperations(before, after, sink);
  diffProperties(before, after, sink);
  diffDefinition(before, after, sink);
  return facts;
}

/**
 * Judges the differences between the last published version and the next one. The verdict's bump is the largest that any change
 * asks for; changes come sorted by weight and place, one per rule and place.
 */
export function compareConnectors(before: Connector, after: Connector, options: CompareOptions = {}): Verdict {
  const merged = new Map<string, Change>();
  let bump: Bump = "none";
  for (const fact of diffConnectors(before, after)) {
    const change = judge(fact, after, options);
    if (!change) continue;
    bump = largerBump(bump, change.bump);
    const key = `${change.id}\n${placeKey(change)}`;
    const known = merged.get(key);
    if (!known) merged.set(key, change);
    else if (change.codes.length)
      merged.set(key, {
        ...known,
        codes: [
          ...known.codes,
          ...change.codes.filter((code) => !known.codes.some((other) => other.valuePath === code.valuePath)),
        ],
      });
  }
  const changes = [...merged.values()].sort(
    (a, b) =>
      ORDER.indexOf(b.bump) - ORDER.indexOf(a.bump) ||
      (a.new?.start ?? a.old?.start ?? 0) - (b.new?.start ?? b.old?.start ?? 0) ||
      a.id.localeCompare(b.id) ||
      a.entity.localeCompare(b.entity),
  );
  return { bump, changes };
}

/** Removed things share their parent's place in the new version; they are told apart by where they stood in the old one. */
function placeKey(change: Change): string {
  const { old, new: now } = change;
  return `${old ? `${old.file.path} ${old.start} ${old.pointer}` : ""}\n${now ? `${now.file.path} ${now.start} ${now.pointer}` : ""}`;
}

/**
 * Rules for a kind of fact. Values inside a parameter, such as the items of a list, can differ in ways that only fields have
 * rules for; they are judged as fields are, rather than not at all.
 */
export function judgesOf(kind: string): readonly VersionRuleDefinition[] {
  return byKind.get(kind) ?? byKind.get(kind.replace(/^request-parameter\./, "request-property.")) ?? [];
}

function judge(fact: Fact, after: Connector, options: CompareOptions): Change | undefined {
  const rule = judgesOf(fact.kind).find(
    (candidate) => candidate.families.includes(after.family) && (!candidate.when || candidate.when(fact)),
  );
  // The official change validator knows fifteen sentences, all of them errors; whatever has none it does not mention.
  if (!rule || (options.preset === "microsoft" && !rule.official)) return undefined;
  const override = after.family === "definition" ? definitionOverrides[rule.id]?.bump : undefined;
  const bump = rule.presets?.[options.preset ?? "default"] ?? override ?? rule.requires;
  return {
    id: rule.id,
    bump,
    severity: severityOf(bump),
    entity: fact.entity,
    message: sentence(rule.message(fact), fact.entity),
    ...(fact.operation?.id && { operation: fact.operation.id }),
    old: fact.old,
    new: fact.new,
    codes: rule.official ? [{ message: rule.official.message, valuePath: fact.valuePath ?? "" }] : [],
  };
}

/** A message that begins with the thing it is about begins with a capital; names in any other place stay as they are. */
function sentence(message: string, entity: string): string {
  return message.startsWith(entity) ? message.charAt(0).toUpperCase() + message.slice(1) : message;
}

/** How loudly a change is shown. It is another axis than the bump: usage and waivers may lower it, the bump never moves. */
export function severityOf(bump: Bump): Severity {
  return bump === "major" ? "error" : bump === "minor" ? "warning" : "info";
}
