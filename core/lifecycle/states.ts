/**
 * The states of a connector and what leads from one to the next, as one table. Everything outside the table is refused.
 * A review has a status of its own, on the request, and never changes the state of the connector by itself.
 */
import type { Bump } from "../versioning/types.ts";
import { dayOf, minimumNoticeDays } from "./dates.ts";

export const states = ["draft", "published", "deprecated", "unpublished"] as const;
/** `draft`: never published. `unpublished`: has history and serves existing connections, but takes no new ones. */
export type State = (typeof states)[number];

export const transitionActions = ["publish", "deprecate", "extend", "undeprecate", "unpublish", "promote"] as const;
/** `extend` is a second deprecation: another date, message or replacement. */
export type TransitionAction = (typeof transitionActions)[number];

/** Why a transition is refused; the registry answers with the problem of the same name. */
export type Refusal =
  | "invalid-state"
  | "grace-period"
  | "sunset-not-earlier"
  | "sunset-too-early"
  | "override-incomplete";

/** What the guards look at. Only the facts that an action needs have to be given. */
export interface Facts {
  /** Now, as an RFC 3339 time in UTC. */
  readonly now: string;
  readonly scope?: "enterprise" | "global";
  /** publish: the step that the new number takes. */
  readonly step?: Exclude<Bump, "none">;
  /** deprecate, extend: the day from which the connector may go. */
  readonly sunsetAt?: string;
  /** extend: the day given so far. */
  readonly currentSunsetAt?: string;
  /** unpublish: enterprises that have an active connection or an orchestration. */
  readonly inUseBy?: number;
  /** unpublish: the earliest moment that the notice allows; absent without a deprecation. */
  readonly earliestUnpublishAt?: string;
  /** unpublish: an override by a platform admin: a reason, and the slug typed correctly. */
  readonly override?: { readonly reason: string; readonly slugTyped: boolean };
}

interface Row {
  readonly from: State;
  readonly action: TransitionAction;
  readonly to: State;
  /** Returns why not, in a sentence, or nothing. */
  readonly guard?: (facts: Facts) => { readonly refusal: Refusal; readonly reason: string } | undefined;
}

/** While deprecated, only fixes go out, so that nobody starts to use something new of a connector that will go. */
const patchOnly: Row["guard"] = ({ step }) =>
  step === "patch"
    ? undefined
    : { refusal: "invalid-state", reason: "While a connector is deprecated, only patch versions can be published." };

const enoughNotice: Row["guard"] = ({ now, sunsetAt }) =>
  sunsetAt !== undefined && dayOf(sunsetAt) - dayOf(now) >= minimumNoticeDays
    ? undefined
    : {
        refusal: "sunset-too-early",
        reason: `A deprecation names a day at least ${minimumNoticeDays} days ahead.`,
      };

const notEarlier: Row["guard"] = ({ sunsetAt, currentSunsetAt }) =>
  sunsetAt !== undefined && currentSunsetAt !== undefined && dayOf(sunsetAt) >= dayOf(currentSunsetAt)
    ? undefined
    : { refusal: "sunset-not-earlier", reason: "The day of a deprecation can be moved later, never earlier." };

/** A connector in use goes only after its notice; a platform admin may override that with a reason and the slug. */
const unusedOrNoticed: Row["guard"] = ({ now, inUseBy = 0, earliestUnpublishAt, override }) => {
  if (inUseBy === 0) return undefined;
  if (earliestUnpublishAt !== undefined && Date.parse(now) >= Date.parse(earliestUnpublishAt)) return undefined;
  if (override) {
    if (override.slugTyped && override.reason.trim() !== "") return undefined;
    return {
      refusal: "override-incomplete",
      reason: "Unpublishing a connector in use needs a reason and the connector's slug as confirmation.",
    };
  }
  const users = inUseBy === 1 ? "1 enterprise uses it" : `${inUseBy} enterprises use it`;
  const until =
    earliestUnpublishAt === undefined
      ? "Deprecate it first; it can be unpublished when the notice has passed."
      : `Its notice runs until ${earliestUnpublishAt}.`;
  return { refusal: "grace-period", reason: `${users}. ${until}` };
};

const enterpriseScope: Row["guard"] = ({ scope }) =>
  scope === "enterprise" ? undefined : { refusal: "invalid-state", reason: "It is in the global catalogue already." };

/** Every transition that exists. */
export const transitions: readonly Row[] = [
  { from: "draft", action: "publish", to: "published" },
  { from: "published", action: "publish", to: "published" },
  { from: "deprecated", action: "publish", to: "deprecated", guard: patchOnly },
  { from: "unpublished", action: "publish", to: "published" },
  { from: "published", action: "deprecate", to: "deprecated", guard: enoughNotice },
  { from: "deprecated", action: "extend", to: "deprecated", guard: notEarlier },
  { from: "deprecated", action: "undeprecate", to: "published" },
  { from: "published", action: "unpublish", to: "unpublished", guard: unusedOrNoticed },
  { from: "deprecated", action: "unpublish", to: "unpublished", guard: unusedOrNoticed },
  { from: "published", action: "promote", to: "published", guard: enterpriseScope },
];

export type TransitionResult =
  | { readonly ok: true; readonly to: State }
  | { readonly ok: false; readonly refusal: Refusal; readonly reason: string };

/** What an action leads to from a state, or why it is refused. */
export function transition(from: State, action: TransitionAction, facts: Facts): TransitionResult {
  const row = transitions.find((each) => each.from === from && each.action === action);
  if (!row)
    return {
      ok: false,
      refusal: "invalid-state",
      reason: `A connector that is ${stateWords[from]} cannot be ${actionWords[action]}.`,
    };
  const refused = row.guard?.(facts);
  return refused ? { ok: false, ...refused } : { ok: true, to: row.to };
}

const stateWords: Record<State, string> = {
  draft: "not published yet",
  published: "published",
  deprecated: "deprecated",
  unpublished: "unpublished",
};
const actionWords: Record<TransitionAction, string> = {
  publish: "published",
  deprecate: "deprecated",
  extend: "given another deprecation day",
  undeprecate: "taken out of deprecation",
  unpublish: "unpublished",
  promote: "promoted",
};
