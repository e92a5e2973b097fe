import type { Connector, Mapping, Operation, Parameter, Response, TestCase } from "../model/connector.ts";
import { Kind } from "../syntax/tree.ts";
import type { Unfolded } from "./counting.ts";
import { keywordsOf, type Member, PART_NAMES, type Part, type PartName } from "./document.ts";
import type { Entity } from "./entities.ts";
import type { Field } from "./fields.ts";
import type { Input } from "./inputs.ts";
import type { RuleContext, RuleDefinition, SchemaEntity, Visitor } from "./rule.ts";

/** What a rule does with one kind of thing. */
export interface Hook<T> {
  readonly rule: RuleDefinition;
  readonly look: (thing: T, context: RuleContext) => void;
}

/** How a schema's member leads on to other schemas. */
export type Lead = "none" | "one" | "each" | "items";
const LEADS: ReadonlyMap<string, Lead> = new Map<string, Lead>([
  ["properties", "each"],
  ["allOf", "each"],
  ["oneOf", "each"],
  ["anyOf", "each"],
  ["additionalProperties", "one"],
  ["items", "items"],
]);

/** What the walk has to do at a member with a certain key, looked up once. */
export interface KeyPlan {
  /** Whether Swagger knows it. */
  readonly known: boolean;
  /** Bits of the kinds that Swagger allows here; 0 where it allows all. */
  readonly kinds: number;
  /** Whether there is anything to do with a member that fits. */
  readonly active: boolean;
  readonly part: PartName | undefined;
  readonly each: PartName | undefined;
  readonly lead: Lead;
  readonly members: readonly Hook<Member>[];
  readonly schemas: readonly Hook<SchemaEntity>[];
}

/** What the walk has to do at an object. */
export interface PartPlan {
  readonly parts: readonly Hook<Part>[];
  readonly keys: ReadonlyMap<string, KeyPlan>;
}

/** Rules sorted by what they look at. */
export interface Plan {
  readonly connector: ReadonlyMap<RuleDefinition, Hook<Connector>>;
  readonly entity: readonly Hook<Entity>[];
  readonly operation: readonly Hook<Operation>[];
  readonly parameter: readonly Hook<Parameter>[];
  readonly response: readonly Hook<Response>[];
  readonly unfolded: readonly Hook<Unfolded>[];
  readonly test: readonly Hook<TestCase>[];
  readonly mapping: readonly Hook<Mapping>[];
  readonly misfit: readonly Hook<Member>[];
  readonly stranger: readonly Hook<Member>[];
  readonly extension: readonly Hook<Member>[];
  readonly field: readonly Hook<Field>[];
  readonly input: ReadonlyMap<string, readonly Hook<Input>[]>;
  readonly parts: ReadonlyMap<PartName, PartPlan>;
  /** For schemas that are no parts, such as those of an `anyOf`. */
  readonly schema: PartPlan;
  /** Whether any rule looks at parts, their members or schemas. */
  readonly walks: boolean;
}

type ByKey = "schema" | "input" | "part" | "member";

export function planOf(rules: readonly RuleDefinition[]): Plan {
  const simple = <T>(hook: Exclude<keyof Visitor, ByKey>): Hook<T>[] =>
    rules.flatMap((rule) => {
      const look = rule.check[hook] as Hook<T>["look"] | undefined;
      return look ? [{ rule, look }] : [];
    });
  const members = keyed<Member>(rules, "member");
  const schemas = keyed<SchemaEntity>(rules, "schema");
  const parts = keyed<Part>(rules, "part");
  const misfit = simple<Member>("misfit");
  const stranger = simple<Member>("stranger");
  const extension = simple<Member>("extension");
  return {
    connector: new Map(simple<Connector>("connector").map((hook) => [hook.rule, hook])),
    entity: simple("entity"),
    operation: simple("operation"),
    parameter: simple("parameter"),
    response: simple("response"),
    unfolded: simple("unfolded"),
    test: simple("test"),
    mapping: simple("mapping"),
    misfit,
    stranger,
    extension,
    field: simple("field"),
    input: keyed<Input>(rules, "input"),
    parts: new Map(
      PART_NAMES.map((name) => [name, { parts: parts.get(name) ?? [], keys: keyPlans(name, members, schemas) }]),
    ),
    schema: { parts: [], keys: keyPlans(undefined, members, schemas) },
    walks: members.size + schemas.size + parts.size + misfit.length + stranger.length + extension.length > 0,
  };
}

function keyed<T>(rules: readonly RuleDefinition[], hook: ByKey): Map<string, Hook<T>[]> {
  const found = new Map<string, Hook<T>[]>();
  for (const rule of rules)
    for (const [key, look] of Object.entries(rule.check[hook] ?? {}))
      found.set(key, [...(found.get(key) ?? []), { rule, look: look as Hook<T>["look"] }]);
  return found;
}

function keyPlans(
  name: PartName | undefined,
  members: ReadonlyMap<string, readonly Hook<Member>[]>,
  schemas: ReadonlyMap<string, readonly Hook<SchemaEntity>[]>,
): Map<string, KeyPlan> {
  const keywords = name ? keywordsOf(name) : undefined;
  const plans = new Map<string, KeyPlan>();
  const extensions = name ? members.keys() : [];
  for (const key of new Set([...(keywords?.keys() ?? []), ...extensions, ...schemas.keys(), ...LEADS.keys()])) {
    const keyword = keywords?.get(key);
    const lead = LEADS.get(key) ?? "none";
    const own = { members: (name && members.get(key)) || [], schemas: schemas.get(key) ?? [] };
    const { part, each } = keyword ?? {};
    plans.set(key, {
      ...own,
      known: keyword !== undefined,
      kinds: keyword?.kinds.length ? maskOf(keyword.kinds) : 0,
      active: Boolean(part || each || lead !== "none" || own.members.length || own.schemas.length),
      part,
      each,
      lead,
    });
  }
  return plans;
}

/** Kinds that are no misfit anywhere: `null`, and a value that is still to come. */
const ANYWHERE = [Kind.null, Kind.missing];

function maskOf(kinds: readonly Kind[]): number {
  return [...kinds, ...ANYWHERE].reduce((mask, kind) => mask | (1 << kind), 0);
}
