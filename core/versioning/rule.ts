import type { Family } from "../model/files.ts";
import type { Fact, FactKind } from "./facts.ts";
import type { Bump, CompareOptions, Preset } from "./types.ts";

/**
 * Whom a change reaches: those who send (`request`), those who read what comes back (`response`), those who sign in (`auth`), those
 * who rely on how calls are carried out (`behaviour`) or on texts and marks (`metadata`), or all of them alike (`none`).
 */
export type Direction = "request" | "response" | "auth" | "behaviour" | "metadata" | "none";

/**
 * A versioning rule judges one kind of fact that the differ found. It never walks documents: what changed, and where, is given.
 */
export interface VersionRuleDefinition {
  readonly id: string;
  /** The kind (or kinds) of fact that it judges. Of several rules for one kind the first whose `when` holds decides. */
  readonly change: FactKind | readonly FactKind[];
  readonly when?: (fact: Fact, options: CompareOptions) => boolean;
  readonly families: readonly Family[];
  readonly direction: Direction;
  readonly requires: Bump;
  /** The one preset that knows this kind; to the others both versions are the same. */
  readonly only?: Preset;
  /** What other presets ask for instead, where the bump is debatable. */
  readonly presets?: Partial<Record<Preset, Bump>>;
  readonly since: string;
  /** One sentence: what changed. */
  readonly summary: string;
  readonly why: string;
  /** Who breaks, in one sentence about a saved flow, an app or a caller. Every rule has it whose bump can be major. */
  readonly breaks?: string;
  readonly todo: string;
  /** A step or call that works before the change and not after it, with what comes of it; as `breaks`. */
  readonly witness?: { readonly step: string; readonly before: string; readonly after: string };
  /** What the official change validator prints, and its value path, where what varies stands in braces. */
  readonly official?: { readonly message: string; readonly valuePath: string };
  /** The finding's text. */
  readonly message: (fact: Fact) => string;
  /** Pairs with the ids that they give. At least one gives the rule's own id, and one near miss does not. */
  readonly examples: readonly { readonly before: string; readonly after: string; readonly expect: readonly string[] }[];
}

/** Declares a versioning rule; the identity function, so that the file is checked against the shape where it is written. */
export function defineVersionRule(rule: VersionRuleDefinition): VersionRuleDefinition {
  return rule;
}
