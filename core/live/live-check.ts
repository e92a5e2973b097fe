import { Checker, type Terms, termsOf } from "../checklist/check.ts";
import type { Entity } from "../checklist/entities.ts";
import { type Project, sameProject } from "../checklist/project.ts";
import type { CheckOptions, Finding, Profile } from "../checklist/types.ts";
import type { Waived } from "../checklist/waivers.ts";
import type { Connector } from "../model/connector.ts";
import { NodePlace } from "../syntax/item.ts";
import { Unit } from "../syntax/reads.ts";
import { MergedFindings } from "./merged.ts";

/** A piece of the checklist: a rule that looks at the whole connector, or an entity in two parts, of which one follows references. */
interface Piece {
  readonly units: readonly Unit<readonly Finding[]>[];
  entity: Entity | undefined;
}

/**
 * The checklist of a connector that is being edited. Each entity and each rule that looks at the whole connector is a unit that
 * remembers what it found and what it read; after an edit only those look again that read something which changed. What it says
 * always equals what `checkConnector` says of the same text.
 */
export class LiveCheck {
  private readonly connector: Connector;
  private readonly options: CheckOptions;
  private readonly doubtful = new Set<Unit<readonly Finding[]>>();
  private readonly settings: () => Terms;
  private readonly entities: () => readonly Entity[];
  private checker: Checker;
  private wholes: readonly Piece[] = [];
  private pieces = new Map<string, Piece>();
  private shown: Terms | undefined;
  private listed: readonly Entity[] | undefined;
  private decided: readonly Waived[] = [];
  private merged: readonly Finding[] | undefined;
  private others: readonly Finding[] | undefined;
  private problems: readonly unknown[] = [];
  private count = 0;
  private mergedEdition = -1;
  private readonly merging: MergedFindings;

  constructor(connector: Connector, options: CheckOptions) {
    this.connector = connector;
    this.options = options;
    this.checker = new Checker(connector, options);
    this.merging = new MergedFindings(connector);
    this.settings = connector.reads.memo(
      () => termsOf(connector, options),
      (before, after) =>
        before.profile === after.profile && before.scope === after.scope && sameProject(before.project, after.project),
    );
    this.entities = connector.reads.memo(() => this.checker.entities());
  }

  get profile(): Profile {
    return this.checker.profile;
  }
  /** Changes whenever the findings do, other than by moving with the text. */
  get version(): number {
    return this.count;
  }
  /** Findings from elsewhere that are shown with the others, and that waivers may be for: the same list until something changes. */
  set besides(findings: readonly Finding[] | undefined) {
    if (findings === this.others) return;
    this.others = findings;
    this.merged = undefined;
    this.count++;
  }
  /** How many units have to look again. */
  get waiting(): number {
    return this.doubtful.size;
  }

  /**
   * Brings the findings up to date. `goOn` is asked between two pieces of work; where it says no, the rest is left for the next
   * call. Answers whether everything is done.
   */
  update(goOn: () => boolean = () => true): boolean {
    const { reads } = this.connector;
    reads.settle();
    this.plan();
    this.readProblems();
    // Whether a waiver counts hangs on the text that it was given for, which findings need not hold.
    if (this.project.waivers.length && this.merged && this.mergedEdition !== this.edition()) this.count++;
    for (const unit of this.doubtful) {
      const before = unit.run();
      const found = unit.value ?? [];
      if (!before || !alike(before, found)) this.count++;
      // Findings of the same words may still be other objects, with fixes of what stands there now.
      if (before?.length || found.length) this.merging.set(unit, found);
      if (!goOn()) return this.doubtful.size === 0;
    }
    return true;
  }

  /** All findings of the units that have looked, in the order of the text. */
  get findings(): readonly Finding[] {
    const edition = this.edition();
    const { waivers } = this.project;
    // Where the text moved, findings move with it and stay in order; what is cut short by an error has to be found anew.
    const moved = this.mergedEdition !== edition && (waivers.length > 0 || this.isBroken);
    if (this.merged && !moved && !this.merging.changed) return this.merged;
    this.mergedEdition = edition;
    const settled = this.checker.settle(this.merging.findings, this.others);
    this.merged = settled.findings;
    this.decided = settled.waived;
    return this.merged;
  }
  /** Findings that were waived. */
  get waived(): readonly Waived[] {
    return this.findings ? this.decided : [];
  }
  /** What the settings say of how the connector is checked. */
  get project(): Project {
    return this.settings().project;
  }

  /** Whether a text has problems: what they cut short moves with every key. */
  private get isBroken(): boolean {
    return this.connector.files.some(({ tree }) => tree !== undefined && tree.problems.length > 0);
  }
  private edition(): number {
    let edition = 0;
    for (const { tree } of this.connector.files) edition += tree?.edition ?? 0;
    return edition;
  }

  /** Has a unit for each entity and each rule that there is now. */
  private plan(): void {
    const { reads } = this.connector;
    const settings = this.settings();
    if (this.shown !== settings) {
      this.shown = settings;
      this.checker = new Checker(this.connector, this.options, undefined, settings);
      for (const { units } of [...this.wholes, ...this.pieces.values()]) this.drop(units);
      this.pieces.clear();
      this.listed = undefined;
      this.wholes = this.checker.wholeRules().map((rule) => ({
        units: [new Unit<readonly Finding[]>(reads, this.doubtful, () => this.checker.checkWhole(rule))],
        entity: undefined,
      }));
    }
    const entities = this.entities();
    if (entities === this.listed) return;
    this.listed = entities;
    this.count++;
    const before = this.pieces;
    this.pieces = new Map();
    for (const entity of entities) {
      const key = keyOf(entity);
      const known = before.get(key);
      before.delete(key);
      if (known) {
        const same = sameOperations(known.entity, entity);
        known.entity = entity;
        if (same) this.pieces.set(key, known);
        else {
          this.drop(known.units);
          this.pieces.set(key, this.piece(entity));
        }
      } else this.pieces.set(key, this.piece(entity));
    }
    for (const { units } of before.values()) this.drop(units);
  }
  private drop(units: Piece["units"]): void {
    for (const unit of units) {
      unit.drop();
      if (unit.value?.length) this.merging.delete(unit);
    }
  }

  private piece(given: Entity): Piece {
    const { reads } = this.connector;
    const owner = reads.nextOwner();
    const part = (look: (entity: Entity) => readonly Finding[]): Unit<readonly Finding[]> =>
      new Unit<readonly Finding[]>(
        reads,
        this.doubtful,
        () => {
          const entity = piece.entity as Entity;
          // The skeleton of a document is not its own: what hangs on it belongs to other entities.
          if (entity.kind !== "document" && entity.item.exists) entity.file.tree?.own(entity.item.node);
          return look(entity);
        },
        owner,
      );
    const units = [part((entity) => this.checker.checkOwn(entity))];
    if (given.operations.length) units.push(part((entity) => this.checker.checkFollowed(entity)));
    const piece: Piece = { entity: given, units };
    return piece;
  }

  /** Problems of the text itself are no unit: the documents keep them up to date. */
  private readProblems(): void {
    const problems = this.connector.files.map(({ tree }) => tree?.problems);
    if (problems.length === this.problems.length && problems.every((list, i) => list === this.problems[i])) return;
    const some = [...problems, ...this.problems].some((list) => Array.isArray(list) && list.length > 0);
    this.problems = problems;
    if (!some) return;
    this.count++;
    this.merging.set(this, this.checker.syntax());
  }
}

function keyOf({ file, kind, item }: Entity): string {
  return `${file.path} ${kind} ${item.node}`;
}

function sameOperations(before: Entity | undefined, after: Entity): boolean {
  return (
    before?.operations.length === after.operations.length &&
    before.operations.every((operation, i) => operation === after.operations[i])
  );
}

/** Whether two results say the same of the same nodes. */
function alike(before: readonly Finding[], after: readonly Finding[]): boolean {
  return (
    before.length === after.length &&
    before.every((one, i) => {
      const other = after[i] as Finding;
      return (
        one.rule === other.rule &&
        one.message === other.message &&
        one.severity === other.severity &&
        one.fixes.length === other.fixes.length &&
        one.fixes.every(({ title }, j) => title === other.fixes[j]?.title) &&
        identity(one) === identity(other)
      );
    })
  );
}
function identity({ place }: Finding): string {
  return place instanceof NodePlace ? place.identity : `${place.file.path} ${place.start} ${place.end}`;
}
