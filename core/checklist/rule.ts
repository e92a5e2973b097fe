import type { Connector, Mapping, Operation, Parameter, Response, TestCase } from "../model/connector.ts";
import type { Family } from "../model/files.ts";
import type { Item } from "../syntax/item.ts";
import type { Place } from "../syntax/source.ts";
import type { Unfolded } from "./counting.ts";
import type { Member, Part, PartName } from "./document.ts";
import type { Entity } from "./entities.ts";
import type { Field } from "./fields.ts";
import type { Input } from "./inputs.ts";
import type { Fix, Profile, Scope, Section, Severity } from "./types.ts";

/** What a rule says about one place. */
export interface Report {
  readonly at: Place;
  readonly message: string;
  /** Overrides the rule's severity, where it depends on scope or data. */
  readonly severity?: Severity;
  /** Ways to make it go away, the best first. */
  readonly fix?: FixDraft | readonly FixDraft[];
}
export type FixDraft = Fix;

/** What a rule may know besides the entity that it looks at. */
export interface RuleContext {
  readonly connector: Connector;
  readonly profile: Profile;
  readonly scope: Scope;
  readonly today: string;
  /** The folder is all there is: see `CheckOptions.complete`. */
  readonly complete: boolean;
  /** Release notes come along with the publication. */
  readonly notesGiven: boolean;
  report(report: Report): void;
}

/** A schema node of the document, visited once, where it stands (references are not followed). */
export interface SchemaEntity {
  readonly item: Item;
  /** Whether it describes a parameter (and so allows no `required` list) or a real schema. */
  readonly parameter: boolean;
}

export type Look<T> = (thing: T, context: RuleContext) => void;
type LookByKey<T> = Readonly<Record<string, Look<T>>>;

/**
 * A rule looks at one kind of thing at a time. That keeps its work proportional to what changed, and lets the engine walk the
 * connector once for all rules. It may read whatever the model offers, but keeps nothing from one call to the next.
 */
export interface Visitor {
  /** The connector as a whole: for small sections, and for what can only be told by comparing entities. Reads little of each. */
  connector?(connector: Connector, context: RuleContext): void;
  /** An entity as a whole: for what looks at its text, at a companion file, or at every value. */
  entity?(entity: Entity, context: RuleContext): void;
  operation?(operation: Operation, context: RuleContext): void;
  parameter?(parameter: Parameter, context: RuleContext): void;
  response?(response: Response, context: RuleContext): void;
  /** How much an operation unfolds to. */
  unfolded?(unfolded: Unfolded, context: RuleContext): void;
  test?(test: TestCase, context: RuleContext): void;
  mapping?(mapping: Mapping, context: RuleContext): void;
  /** Properties of what operations take and give that makers see, each where it is written. */
  field?(field: Field, context: RuleContext): void;
  /** Schemas, by a keyword that they have. */
  readonly schema?: LookByKey<SchemaEntity>;
  /** What operations take, references followed, by a keyword that it has. */
  readonly input?: LookByKey<Input>;
  /** Objects of the Swagger document, by what they are. */
  readonly part?: Readonly<Partial<Record<PartName, Look<Part>>>>;
  /** Members of such objects, by their key. */
  readonly member?: LookByKey<Member>;
  /** Members whose value is of another kind than Swagger says; `null` counts as not given. */
  misfit?(member: Member, context: RuleContext): void;
  /** Members that Swagger does not know, extensions aside. */
  stranger?(member: Member, context: RuleContext): void;
  /** Members whose name starts with `x-`. */
  extension?(member: Member, context: RuleContext): void;
}

/**
 * A small connector text. `files` in one string: the main file first; a line `=== name ===` starts another file. In a bad
 * example a line of blanks and `^^^` marks the text above it, optionally followed by a part of the message. Of an icon or a package
 * stands there what `describeImage` or `listPackage` says of its bytes.
 */
export type Example = string;

export interface RuleDefinition {
  readonly id: string;
  readonly section: Section;
  readonly families: readonly Family[];
  readonly severity: Severity;
  readonly since: string;
  /** One sentence: what is expected. */
  readonly summary: string;
  /** Why it matters to people. */
  readonly why: string;
  /** What to do about a finding. */
  readonly todo: string;
  /** The document that the rule comes from. */
  readonly source: string;
  /** Codes of the official validator that say the same. */
  readonly codes?: readonly string[];
  /** Profiles in which it applies; all when absent. */
  readonly profiles?: readonly Profile[];
  /** `submission`: only for connectors that go through certification, not for private ones. */
  readonly when?: "always" | "submission";
  /** The publish flow writes what is missing, so that it keeps nobody from publishing. */
  readonly settledByPublishing?: boolean;
  readonly check: Visitor;
  readonly examples: {
    readonly bad: readonly Example[];
    readonly good: readonly Example[];
    /** For each bad example with a fix: the text after all first fixes were applied (`undefined` where there is none). */
    readonly fixed?: readonly (Example | undefined)[];
  };
}

/** Declares a rule; the identity function, so that the file is checked against the shape where it is written. */
export function defineRule(rule: RuleDefinition): RuleDefinition {
  return rule;
}

/** The same look for several keys. */
export function forKeys<T>(keys: readonly string[], look: Look<T>): LookByKey<T> {
  return Object.fromEntries(keys.map((key) => [key, look]));
}
