import type { Connector, Operation, Parameter } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { rules } from "./generated.ts";
import { detectProfile } from "./profile.ts";
import type { Report, RuleContext, RuleDefinition, SchemaEntity, Visitor } from "./rule.ts";
import { SYNTAX_RULE, syntaxFindings } from "./syntax.ts";
import type { CheckOptions, Finding, Profile, Scope } from "./types.ts";

type Hook = keyof Visitor;

/** Rules sorted by what they look at, once; a walk then calls only those that want to see a thing. */
const byHook = new Map<Hook, RuleDefinition[]>();
for (const rule of rules) {
  for (const hook of Object.keys(rule.check) as Hook[]) byHook.set(hook, [...(byHook.get(hook) ?? []), rule]);
}

/** Whether a rule speaks about connectors of this family and profile. */
export function applies(rule: RuleDefinition, family: Connector["family"], profile: Profile): boolean {
  if (!rule.families.includes(family)) return false;
  if (rule.profiles && !rule.profiles.includes(profile)) return false;
  return rule.when !== "submission" || family === "definition" || profile !== "custom";
}

/**
 * Runs the whole checklist over a connector. Never throws: a rule that fails is contained and reported as a finding of the rule
 * `internal`, and the others go on. Findings come sorted by file and position, each place once per rule.
 */
export function checkConnector(
  connector: Connector,
  options: CheckOptions,
  only?: readonly RuleDefinition[],
): readonly Finding[] {
  const profile = options.profile && options.profile !== "auto" ? options.profile : detectProfile(connector);
  const declared = connector.publication.get("scope").string;
  const scope: Scope = options.scope ?? (declared === "global" ? "global" : "enterprise");
  return new Run(connector, profile, scope, options, only).findings();
}

class Run {
  private readonly connector: Connector;
  private readonly profile: Profile;
  private readonly scope: Scope;
  private readonly options: CheckOptions;
  private readonly hooks: Map<Hook, { rule: RuleDefinition; context: RuleContext }[]>;
  private readonly found: Finding[] = [];
  private readonly seen = new Set<string>();
  /** Parameters of path items whose schemas were visited. */
  private readonly visited = new Set<number>();

  constructor(
    connector: Connector,
    profile: Profile,
    scope: Scope,
    options: CheckOptions,
    only?: readonly RuleDefinition[],
  ) {
    this.connector = connector;
    this.profile = profile;
    this.scope = scope;
    this.options = options;
    this.hooks = new Map();
    const contexts = new Map<RuleDefinition, RuleContext>();
    for (const [hook, list] of byHook) {
      const active = list.filter((rule) => applies(rule, connector.family, profile) && (!only || only.includes(rule)));
      this.hooks.set(
        hook,
        active.map((rule) => {
          const context = contexts.get(rule) ?? this.context(rule);
          contexts.set(rule, context);
          return { rule, context };
        }),
      );
    }
  }

  findings(): readonly Finding[] {
    const { connector } = this;
    this.found.push(...syntaxFindings(connector));
    this.visit("connector", connector);
    for (const operation of connector.operations) this.operation(operation);
    for (const credential of connector.credentials) this.visit("credential", credential);
    for (const mapping of connector.mappings) this.visit("mapping", mapping);
    if (this.hooks.get("schema")?.length) this.sharedSchemas();
    const order = new Map(connector.files.map((file, index) => [file.path, index]));
    return this.standing().sort(
      (a, b) =>
        (order.get(a.place.file.path) ?? 0) - (order.get(b.place.file.path) ?? 0) ||
        a.place.start - b.place.start ||
        a.rule.localeCompare(b.rule),
    );
  }

  /** A value that a syntax error cuts short is not the value that was meant: only findings elsewhere still hold. */
  private standing(): Finding[] {
    const broken = this.found.filter(({ rule, severity }) => rule === SYNTAX_RULE && severity === "error");
    if (!broken.length) return this.found;
    return this.found.filter(
      ({ rule, place }) =>
        rule === SYNTAX_RULE ||
        !broken.some(({ place: at }) => at.file === place.file && at.start < place.end && place.start < at.end),
    );
  }

  private operation(operation: Operation): void {
    this.visit("operation", operation);
    const schemas = (this.hooks.get("schema")?.length ?? 0) > 0;
    for (const parameter of operation.parameters) {
      this.visit("parameter", parameter);
      if (schemas && parameter.use.node === parameter.item.node) this.parameterSchema(parameter, operation);
    }
    const { body } = operation;
    if (schemas && body && body.use.node === body.item.node) this.schemas(body.schema, operation, false);
    for (const response of operation.responses) {
      this.visit("response", response);
      if (schemas && response.use.node === response.item.node) this.schemas(response.schema, operation, false);
    }
    if (schemas) this.schemas(operation.notification.get("schema"), operation, false);
    for (const test of operation.tests) this.visit("test", test);
  }

  /** A parameter of a path item belongs to all of its operations and to none alone; it is visited with the first of them. */
  private parameterSchema({ item, shared }: Parameter, operation: Operation): void {
    if (shared && this.visited.has(item.node)) return;
    if (shared) this.visited.add(item.node);
    this.schemas(item, shared ? undefined : operation, true);
  }

  private sharedSchemas(): void {
    const { connector } = this;
    for (const definition of connector.definitions.children()) this.schemas(definition, undefined, false);
    if (connector.family !== "powerplatform") return;
    for (const parameter of connector.root.get("parameters").children()) {
      const body = parameter.get("in").string === "body";
      this.schemas(body ? parameter.get("schema") : parameter, undefined, !body);
    }
    for (const response of connector.root.get("responses").children())
      this.schemas(response.get("schema"), undefined, false);
  }

  /** Every schema node below an item, the item itself included, without recursion so that depth cannot overflow. */
  private schemas(root: Item, operation: Operation | undefined, parameter: boolean): void {
    if (!root.isObject) return;
    const queue: { item: Item; parameter: boolean }[] = [{ item: root, parameter }];
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      const { item } = entry;
      const entity: SchemaEntity = { item, operation, parameter: entry.parameter };
      this.visit("schema", entity);
      for (const child of item.children()) {
        if (child.key === "properties") for (const property of child.children()) push(queue, property, false);
        else if (child.key === "items") {
          if (child.isArray) for (const option of child.children()) push(queue, option, false);
          else push(queue, child, entry.parameter);
        } else if (child.key === "additionalProperties") push(queue, child, false);
        else if (child.key === "allOf" || child.key === "oneOf" || child.key === "anyOf")
          for (const part of child.children()) push(queue, part, false);
      }
    }
  }

  private visit<H extends Hook>(hook: H, entity: Parameters<NonNullable<Visitor[H]>>[0]): void {
    const list = this.hooks.get(hook);
    if (!list) return;
    for (const { rule, context } of list) {
      try {
        (rule.check[hook] as (entity: unknown, context: RuleContext) => void)(entity, context);
      } catch (error) {
        this.contain(rule, error);
      }
    }
  }

  private contain(rule: RuleDefinition, error: unknown): void {
    if (this.seen.has(`internal ${rule.id}`)) return;
    this.seen.add(`internal ${rule.id}`);
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

  private context(rule: RuleDefinition): RuleContext {
    return {
      connector: this.connector,
      profile: this.profile,
      scope: this.scope,
      today: this.options.today,
      notesGiven: this.options.notesGiven === true,
      report: (report) => this.report(rule, report),
    };
  }

  private report(rule: RuleDefinition, { at, message, severity, fix }: Report): void {
    const key = `${rule.id}\n${at.file.path}\n${at.start}\n${at.end}\n${message}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.found.push({
      rule: rule.id,
      section: rule.section,
      severity: severity ?? rule.severity,
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

function push(queue: { item: Item; parameter: boolean }[], item: Item, parameter: boolean): void {
  if (item.isObject) queue.push({ item, parameter });
}
