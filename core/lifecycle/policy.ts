/**
 * What a registry and its enterprises may decide for themselves. The registry's policy holds for the global catalogue and is what
 * enterprises start from; an enterprise's own one holds for what it publishes for itself.
 */

export const presets = ["default", "strict", "lenient", "microsoft"] as const;
export const comparisons = ["last", "all", "in_use"] as const;
export const policySeverities = ["error", "warning", "info", "hint", "off"] as const;

/** A policy with every member. */
export interface Policy {
  /** Nobody publishes by themselves: somebody else looks at it first. */
  readonly review_required: boolean;
  /** Every operation has passed its tests against the real service. Nothing brings such evidence yet, so that it cannot be asked for. */
  readonly tests_required: false;
  /** Creators publish for their enterprise without an administrator. */
  readonly creators_may_publish: boolean;
  /** The enterprise may build connectors at all. Only platform administrators decide that. */
  readonly sdk_enabled: boolean;
  /** How strictly changes are judged where opinions differ. */
  readonly preset: (typeof presets)[number];
  /** What a new version is compared with: the last one, all of them, or those that somebody has a connection to, and the last one. */
  readonly compare_with: (typeof comparisons)[number];
  /** Other severities for rules of the checklist, by their ids. */
  readonly severities: Readonly<Record<string, (typeof policySeverities)[number]>>;
}

/** What somebody has decided; the rest is left to who is above. */
export type PolicyChoice = { readonly [Member in keyof Policy]?: Policy[Member] | undefined };

export const standardPolicy: Policy = {
  review_required: false,
  tests_required: false,
  creators_may_publish: false,
  sdk_enabled: true,
  preset: "default",
  compare_with: "last",
  severities: {},
};

/** The policy that follows from choices, the most general one first. Severities are added up, rule by rule. */
export function effectivePolicy(...choices: readonly PolicyChoice[]): Policy {
  let policy = standardPolicy;
  for (const choice of choices) {
    const given = Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
    policy = { ...policy, ...given, severities: { ...policy.severities, ...choice.severities } };
  }
  return policy;
}
