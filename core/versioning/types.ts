import type { Severity } from "../checklist/types.ts";
import type { Place } from "../syntax/source.ts";

/** What a change asks of the version number, weakest first: none, patch, minor, major. */
export type Bump = "none" | "patch" | "minor" | "major";

/** How strictly debatable changes are judged; `microsoft` follows the change validator of the Power Platform. */
export type Preset = "default" | "strict" | "lenient" | "microsoft";

/** One judged change between two versions of a connector. */
export interface Change {
  /** The id of the versioning rule that judged it, for example `operation-removed`. */
  readonly id: string;
  readonly bump: Bump;
  readonly severity: Severity;
  /** What changed, in the reader's words: `operation GetTicket`, `parameter limit of ListTickets`. */
  readonly entity: string;
  readonly message: string;
  /** The operation it belongs to, where it belongs to one. */
  readonly operation?: string;
  readonly old: Place | undefined;
  /** For a removed thing: the nearest surviving parent. */
  readonly new: Place | undefined;
  /** What the official change validator prints for it, with its value path. */
  readonly codes: readonly { readonly message: string; readonly valuePath: string }[];
}

/** The answer to "which bump does this change need": the largest bump, and every change that asks for one. */
export interface Verdict {
  readonly bump: Bump;
  readonly changes: readonly Change[];
}

export interface CompareOptions {
  readonly preset?: Preset;
  /** The day as YYYY-MM-DD. Without it every day that users were promised counts as still to come. */
  readonly today?: string;
}
