import type { Family } from "../model/files.ts";
import type { Fact, FactKind } from "./facts.ts";
import type { Bump, CompareOptions, Preset } from "./types.ts";

/**
 * A versioning rule judges one kind of fact that the differ found. It never walks documents: what changed, and where, is given.
 */
export interface VersionRuleDefinition {
  readonly id: string;
  /** The kind (or kinds) of fact that it judges. Of several rules for one kind the first whose `when` holds decides. */
  readonly change: FactKind | readonly FactKind[];
  readonly when?: (fact: Fact, options: CompareOptions) => boolean;
  readonly families: readonly Family[];
  readonly requires: Bump;
  /** What other presets ask for instead, where the bump is debatable. */
  readonly presets?: Partial<Record<Preset, Bump>>;
  readonly since: string;
  /** One sentence: what changed. */
  readonly summary: string;
  readonly why: string;
  readonly todo: string;
  /** What the official change validator prints, and the end of its value path. */
  readonly official?: { readonly message: string; readonly valuePath?: (fact: Fact) => string };
  /** The finding's text. */
  readonly message: (fact: Fact) => string;
  readonly examples: readonly { readonly before: string; readonly after: string; readonly expect: readonly string[] }[];
}

/** Declares a versioning rule; the identity function, so that the file is checked against the shape where it is written. */
export function defineVersionRule(rule: VersionRuleDefinition): VersionRuleDefinition {
  return rule;
}
