import type { Operation } from "../model/connector.ts";
import type { Place } from "../syntax/source.ts";

/** Kinds of facts: what kind of thing, and which side of it, differs between two versions. */
export type FactKind = string;
export interface Fact {
  readonly kind: FactKind;
  readonly operation?: Operation;
  readonly old?: Place;
  readonly new?: Place;
}
