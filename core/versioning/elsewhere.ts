import type { Refusal, TransitionAction } from "../lifecycle/states.ts";
import type { Bump } from "./types.ts";

/** A kind of change that no comparison of two texts can find, because no text says it. */
export interface SaidElsewhere {
  readonly id: string;
  readonly bump: Bump;
  readonly summary: string;
  /** Why the files of a connector do not say it. */
  readonly reason: string;
  /** What does say it: a step or a refusal of the lifecycle, or other kinds of change. */
  readonly instead: {
    readonly action?: TransitionAction;
    readonly refusal?: Refusal;
    readonly changes?: readonly string[];
  };
}

/**
 * Kinds of change that are known and have no rule. Those of the lifecycle happen in the registry and to a version as it is: they ask
 * for no number, and a step that would break somebody is refused instead.
 */
export const elsewhere: readonly SaidElsewhere[] = [
  {
    id: "publication-scope-widened",
    bump: "none",
    summary: "A connector of one enterprise became available to all.",
    reason:
      "The scope belongs to a published version and stands in the registry; the file only says what its author wishes.",
    instead: { action: "promote" },
  },
  {
    id: "publication-scope-narrowed",
    bump: "major",
    summary: "A connector that was available to all became one of an enterprise again.",
    reason: "No step of the lifecycle leads back, because all other enterprises would lose the connector.",
    instead: { refusal: "invalid-state" },
  },
  {
    id: "connector-deprecated",
    bump: "none",
    summary: "A connector was deprecated, with the day from which it may go.",
    reason: "State and dates stand in the registry, where no file can forge them.",
    instead: { action: "deprecate", refusal: "sunset-too-early" },
  },
  {
    id: "connector-unpublished",
    bump: "none",
    summary: "A connector was unpublished; connections that exist go on.",
    reason: "State and dates stand in the registry, where no file can forge them.",
    instead: { action: "unpublish", refusal: "grace-period" },
  },
  {
    id: "canonical-model-version-changed",
    bump: "major",
    summary: "Mappings follow a newer version of the canonical data model.",
    reason:
      "The model belongs to the platform, and a definition names no version of it. What a newer model changes for a connector is seen at its mappings.",
    instead: { changes: ["field-mapping-removed", "field-mapping-target-type-changed"] },
  },
  {
    id: "webhook-event-added",
    bump: "minor",
    summary: "A connector can start a flow on one more event.",
    reason: "Each event is an operation of its own that is marked as a trigger.",
    instead: { changes: ["operation-added"] },
  },
  {
    id: "webhook-event-removed",
    bump: "major",
    summary: "A connector can no longer start a flow on an event.",
    reason: "Each event is an operation of its own that is marked as a trigger.",
    instead: { changes: ["operation-removed", "trigger-removed"] },
  },
  {
    id: "polling-interval-changed",
    bump: "patch",
    summary: "A trigger asks more or less often.",
    reason:
      "Whoever builds a flow chooses how often it asks; what a connector can say about it stands in the policy of its trigger.",
    instead: { changes: ["policy-template-changed"] },
  },
];
