import type { Severity } from "../checklist/types.ts";
import type { Family } from "../model/files.ts";
import type { Fact } from "./facts.ts";
import { rules } from "./generated.ts";
import { definitionOverrides } from "./overrides.ts";
import type { VersionRuleDefinition } from "./rule.ts";
import type { Bump, Change, CompareOptions } from "./types.ts";

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

/**
 * Rules for a kind of fact. Values inside a parameter, such as the items of a list, can differ in ways that only fields have
 * rules for; they are judged as fields are, rather than not at all.
 */
export function judgesOf(kind: string): readonly VersionRuleDefinition[] {
  return byKind.get(kind) ?? byKind.get(kind.replace(/^request-parameter\./, "request-property.")) ?? [];
}

/** What a fact asks of the version number; `undefined` where nobody has an opinion about it. */
export function judge(fact: Fact, family: Family, options: CompareOptions): Change | undefined {
  const rule = judgesOf(fact.kind).find(
    (candidate) => candidate.families.includes(family) && (!candidate.when || candidate.when(fact, options)),
  );
  const { preset = "default" } = options;
  if (!rule || (rule.only && rule.only !== preset)) return undefined;
  // The official change validator knows fifteen sentences, all of them errors; whatever has none it does not mention.
  if (preset === "microsoft" && !rule.official) return undefined;
  const override = family === "definition" ? definitionOverrides[rule.id]?.bump : undefined;
  const bump = preset === "microsoft" ? "major" : (rule.presets?.[preset] ?? override ?? rule.requires);
  const operation = fact.operation?.id;
  return {
    id: rule.id,
    bump,
    severity: severityOf(bump),
    entity: fact.entity,
    message: sentence(rule.message(fact), fact.entity),
    ...(operation && { operation }),
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
