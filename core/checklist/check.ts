import type { Connector, Operation } from "../model/connector.ts";
import { rules as changes } from "../versioning/generated.ts";
import { unfold } from "./counting.ts";
import { type Entity, entitiesOf } from "./entities.ts";
import { fieldsOf } from "./fields.ts";
import { rules } from "./generated.ts";
import { inputsOf } from "./inputs.ts";
import { FindingOrder, shownFindings } from "./order.ts";
import { type Hook, type Plan, planOf } from "./plan.ts";
import { detectProfile } from "./profile.ts";
import { type Project, projectOf } from "./project.ts";
import type { Report, RuleContext, RuleDefinition } from "./rule.ts";
import { syntaxFindings } from "./syntax.ts";
import type { CheckOptions, Finding, Profile, Scope } from "./types.ts";
import { applyWaivers, type Settled } from "./waivers.ts";
import { walkEntity } from "./walk.ts";

const changeIds: ReadonlySet<string> = new Set(changes.map(({ id }) => id));

/** Whether a rule speaks about connectors of this family and profile. */
export function applies(rule: RuleDefinition, family: Connector["family"], profile: Profile): boolean {
  if (!rule.families.includes(family)) return false;
  if (rule.profiles && !rule.profiles.includes(profile)) return false;
  return rule.when !== "submission" || family === "definition" || profile !== "custom";
}

/** The rules of each family and profile by what they look at: the same for every connector, so sorted once. */
const plans = new Map<string, Plan>();
for (const family of ["definition", "powerplatform"] as const)
  for (const profile of ["custom", "certified", "independent"] as const)
    plans.set(`${family} ${profile}`, planOf(rules.filter((rule) => applies(rule, family, profile))));

/**
 * Runs the whole checklist over a connector. Never throws: a rule that fails is contained and reported as a finding of the rule
 * `internal`, and the others go on. Findings come sorted by file and position, each place once per rule.
 */
export function checkConnector(
  connector: Connector,
  options: CheckOptions,
  only?: readonly RuleDefinition[],
): readonly Finding[] {
  return examineConnector(connector, options, only).findings;
}

/** The same with what was waived, and the profile and settings that applied. */
export function examineConnector(
  connector: Connector,
  options: CheckOptions,
  only?: readonly RuleDefinition[],
): Settled & Pick<Terms, "profile" | "project"> {
  const checker = new Checker(connector, options, only);
  const findings = checker.merge([
    ...checker.syntax(),
    ...checker.wholeRules().flatMap((rule) => checker.checkWhole(rule)),
    ...checker.entities().flatMap((entity) => checker.checkEntity(entity)),
  ]);
  return { ...checker.settle(findings, options.besides), profile: checker.profile, project: checker.project };
}

/** What the check of a connector depends on besides its content. */
export interface Terms {
  readonly profile: Profile;
  readonly scope: Scope;
  readonly project: Project;
}

/** What applies to a connector: what is asked for, else what its settings say, else what is found out. */
export function termsOf(connector: Connector, options: CheckOptions): Terms {
  const all = projectOf(connector);
  const own =
    options.project === "waivers" ? { ...all, profile: undefined, severities: new Map(), onlyNew: false } : all;
  const project = options.severities
    ? { ...own, severities: new Map([...own.severities, ...options.severities]) }
    : own;
  const asked = options.profile && options.profile !== "auto" ? options.profile : undefined;
  const declared = connector.publication.get("scope").string;
  return {
    profile: asked ?? project.profile ?? detectProfile(connector),
    scope: options.scope ?? (declared === "global" ? "global" : "enterprise"),
    project,
  };
}

/**
 * The checklist of a connector in pieces that can be run alone and again: one for each entity, one for each rule that looks at
 * the connector as a whole. All findings are the sum of what the pieces find; none of them knows what another one found.
 */
export class Checker {
  readonly profile: Profile;
  readonly scope: Scope;
  private readonly connector: Connector;
  private readonly plan: Plan;
  private readonly context: RuleContext;
  readonly project: Project;
  /** The rule that is looking, and what was found since the piece began. */
  private rule: RuleDefinition | undefined;
  private found: Finding[] = [];

  constructor(
    connector: Connector,
    options: CheckOptions,
    only?: readonly RuleDefinition[],
    terms: Terms = termsOf(connector, options),
  ) {
    const { family } = connector;
    const { profile, scope, project } = terms;
    this.connector = connector;
    this.profile = profile;
    this.scope = scope;
    this.project = project;
    this.plan =
      (!only && plans.get(`${family} ${profile}`)) ||
      planOf((only ?? rules).filter((rule) => applies(rule, family, profile)));
    this.context = {
      connector,
      profile,
      scope: this.scope,
      today: options.today,
      complete: options.complete === true,
      notesGiven: options.notesGiven === true,
      report: (report) => this.report(report),
    };
  }

  /** What the connector consists of, in document order. */
  entities(): readonly Entity[] {
    return entitiesOf(this.connector);
  }

  /** The rules that look at the connector as a whole. */
  wholeRules(): readonly RuleDefinition[] {
    // Of a package, a proposal or another single file, only what it is itself can be looked at.
    const { role } = this.connector.main;
    if (role !== "definition" && role !== "properties") return [];
    return [...this.plan.connector.keys()];
  }

  /** Problems of the texts themselves. */
  syntax(): Finding[] {
    return syntaxFindings(this.connector);
  }

  /** What one rule finds in the connector as a whole. */
  checkWhole(rule: RuleDefinition): Finding[] {
    const hook = this.plan.connector.get(rule);
    return this.piece(() => {
      if (hook) this.look(hook, this.connector);
    });
  }

  /** What all rules find in an entity. */
  checkEntity(entity: Entity): Finding[] {
    return [...this.checkOwn(entity), ...this.checkFollowed(entity)];
  }

  /** The part of it that reads little besides the entity itself. */
  checkOwn(entity: Entity): Finding[] {
    return this.piece(() => {
      const { plan, connector } = this;
      this.see(plan.entity, entity);
      for (const operation of entity.operations) this.operation(operation);
      if (entity.kind === "mapping")
        for (const mapping of connector.mappings)
          if (mapping.item.node === entity.item.node) this.see(plan.mapping, mapping);
      if (plan.field.length) for (const field of fieldsOf(entity, connector)) this.see(plan.field, field);
      if (plan.walks) walkEntity(entity, connector, plan, this.see);
    });
  }

  /**
   * The part that follows the references of its operations to the end, and so reads every schema that they reach. Where many
   * operations share a schema, a change of it then need not check all else about them again.
   */
  checkFollowed(entity: Entity): Finding[] {
    return this.piece(() => {
      const { plan, connector } = this;
      for (const operation of entity.operations) {
        if (plan.unfolded.length) this.see(plan.unfolded, unfold(operation, connector));
        if (plan.input.size) this.inputs(operation);
      }
    });
  }

  /**
   * The findings of pieces as one list: each place once per rule and message, none within what a syntax error cuts short, sorted
   * by file and position.
   */
  merge(findings: readonly Finding[]): Finding[] {
    const order = new FindingOrder(this.connector);
    return shownFindings([...findings].sort((one, other) => order.compare(one, other)));
  }

  /** Merged findings, and those from `besides`, without those that were waived. */
  settle(findings: readonly Finding[], besides?: readonly Finding[]): Settled {
    const { project, connector, context } = this;
    return applyWaivers(besides?.length ? [...findings, ...besides] : findings, project, connector, {
      today: context.today,
      // Waivers of breaking changes are for something only where there is a version to compare with.
      knows: (rule) => besides !== undefined || !changeIds.has(rule),
    });
  }

  private operation(operation: Operation): void {
    const { plan } = this;
    this.see(plan.operation, operation);
    if (plan.parameter.length) for (const parameter of operation.parameters) this.see(plan.parameter, parameter);
    if (plan.response.length) for (const response of operation.responses) this.see(plan.response, response);
    if (plan.test.length) for (const test of operation.tests) this.see(plan.test, test);
  }

  private inputs(operation: Operation): void {
    const { input: hooks } = this.plan;
    for (const input of inputsOf(operation, this.connector)) {
      const { tree } = input.item.file;
      if (!tree) continue;
      for (let child = tree.first(input.item.node); child >= 0; child = tree.next(child)) {
        const list = hooks.get(tree.key(child));
        if (list) this.see(list, input);
      }
    }
  }

  private piece(run: () => void): Finding[] {
    this.found = [];
    run();
    return this.found;
  }

  private readonly see = <T>(hooks: readonly Hook<T>[], thing: T): void => {
    for (const hook of hooks) this.look(hook, thing);
  };

  private look<T>({ rule, look }: Hook<T>, thing: T): void {
    this.rule = rule;
    try {
      look(thing, this.context);
    } catch (error) {
      this.contain(rule, error);
    }
  }

  private contain(rule: RuleDefinition, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.found.push({
      rule: "internal",
      section: rule.section,
      severity: "info",
      message: `The rule ${rule.id} could not look at this connector (${reason}). Everything else was checked; please report this.`,
      place: this.connector.root.keyPlace,
      codes: [],
      fixes: [],
    });
  }

  private report({ at, message, severity, fix }: Report): void {
    const { rule } = this;
    if (!rule) return;
    const given = this.project.severities.get(rule.id);
    if (given === "off") return;
    this.found.push({
      rule: rule.id,
      section: rule.section,
      severity: given ?? severity ?? rule.severity,
      message,
      place: at,
      codes: rule.codes ?? [],
      fixes:
        fix === undefined
          ? []
          : Array.isArray(fix)
            ? (fix as readonly Finding["fixes"][number][])
            : [fix as Finding["fixes"][number]],
    });
  }
}
