import type { Bump } from "../versioning/types.ts";

/** What is needed of a change here; changes of the differ have it, and those that went over a wire have it too. */
export interface JudgedChange {
  readonly id: string;
  readonly bump: Bump;
  readonly entity: string;
  readonly message: string;
  readonly operation?: string;
  /** One for each use of what changed, where that is known; see `alsoIn`. */
  readonly codes?: readonly { readonly valuePath: string }[];
}

/** Where changes belong that no single operation has. */
export type Area = "sign-in" | "connection" | "definition";

/** The changes of one operation, or of one area of the connector. */
export interface ChangeGroup<C extends JudgedChange> {
  /** What a heading says: the operation's id, or what the area is called. */
  readonly title: string;
  readonly operation?: string;
  readonly area?: Area;
  /** The largest bump that any of its changes asks for. */
  readonly bump: Bump;
  readonly changes: readonly C[];
}

const areaTitles: Readonly<Record<Area, string>> = {
  "sign-in": "Sign-in",
  connection: "Connection",
  definition: "Definition",
};

const strongestFirst: readonly Bump[] = ["major", "minor", "patch", "none"];

/**
 * Changes below the operation or the area that they belong to: groups with a major change come first, then in the order of the
 * document, and the changes of a group likewise. Takes changes as a verdict has them, sorted by weight and place.
 */
export function byOperation<C extends JudgedChange>({ changes }: { readonly changes: readonly C[] }): ChangeGroup<C>[] {
  const groups = new Map<string, { group: Pick<ChangeGroup<C>, "title" | "operation" | "area">; changes: C[] }>();
  // Within one bump a verdict is in the order of the document, so the first change of a group says where the group stands.
  for (const bump of strongestFirst) {
    for (const change of changes) {
      if (change.bump !== bump) continue;
      const operation = operationOf(change);
      const area = areaOf(change);
      const key = operation === undefined ? area : `operation ${operation}`;
      const known = groups.get(key);
      if (known) known.changes.push(change);
      else {
        const group = operation === undefined ? { title: areaTitles[area], area } : { title: operation, operation };
        groups.set(key, { group, changes: [change] });
      }
    }
  }
  return [...groups.values()].map(({ group, changes: own }) => ({
    ...group,
    bump: own[0]?.bump ?? "none",
    changes: own,
  }));
}

/** The operation that a change belongs to; one without an id is known by what its change calls it. */
export function operationOf({ operation, entity }: JudgedChange): string | undefined {
  return operation ?? (entity.startsWith("operation ") ? entity.slice("operation ".length) : undefined);
}

function areaOf({ id }: JudgedChange): Area {
  if (/^(?:auth|security|oauth|api-key|credential)-/.test(id)) return "sign-in";
  if (/^(?:connection-parameter|connector-capability|server-host|base-path|scheme|resilience)-/.test(id))
    return "connection";
  return "definition";
}

/** Other operations that use what changed: a shared schema changes once, for all of them. */
export function alsoIn(change: JudgedChange): string[] {
  // An operation itself is shared with nobody; where its id changed, the path still has the old one.
  if (thingOf(change).isOperation) return [];
  const own = operationOf(change);
  const others = (change.codes ?? []).map(({ valuePath }) => /^operation\/([^/]+)/.exec(valuePath)?.[1] ?? "");
  return [...new Set(others)].filter((name) => name !== "" && name !== own);
}

/** The sentence about a change below a heading that names its operation already. */
export function shortMessage(change: JudgedChange): string {
  const operation = operationOf(change);
  if (operation === undefined) return change.message;
  const { message } = change;
  for (const words of [` of operation ${operation}`, ` of ${operation}`]) {
    const at = message.indexOf(words);
    const next = message[at + words.length];
    if (at > 0 && (next === undefined || /[\s.,:;]/.test(next)))
      return message.slice(0, at) + message.slice(at + words.length);
  }
  return message;
}

/** What changed, taken apart: `parameter size of ListItems` is the parameter `size`. */
export interface Thing {
  /** `parameter`, `security scheme`; empty where the thing has no name of its own, as the request body of an operation has none. */
  readonly kind: string;
  readonly name: string;
  /** Both as they are written after each other, without the operation. */
  readonly phrase: string;
  /** Whether it is the operation itself. */
  readonly isOperation: boolean;
}

const NAMED =
  /^(parameter|input|output|header|response(?! media types)|security scheme|connection parameter set|connection parameter|credential|scope|capability|policy|mapping of) (.+)$/;

/** What a change is about. */
export function thingOf(change: JudgedChange): Thing {
  const operation = operationOf(change);
  const tail = ` of ${operation}`;
  const whole = operation !== undefined && change.entity.endsWith(tail);
  const phrase = whole ? change.entity.slice(0, -tail.length) : change.entity;
  const isOperation = operation !== undefined && phrase === `operation ${operation}`;
  const [, kind = "", rest = ""] = NAMED.exec(phrase) ?? [];
  // `header X-Total of response 200`: the name ends where what it belongs to begins.
  const name = rest.split(" of ")[0] ?? "";
  return isOperation
    ? { kind: "operation", name: operation, phrase, isOperation }
    : { kind, name, phrase: kind ? `${kind} ${name}` : phrase, isOperation };
}
