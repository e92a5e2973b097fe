import { compareBumps } from "../lifecycle/semver.ts";
import { NodePlace } from "../syntax/item.ts";
import type { Change, Verdict } from "./types.ts";

/**
 * The verdict on a connector against several versions at once: the most that any of them asks for. What changed since
 * several of them is one change, told as the first of them sees it.
 */
export function mergeVerdicts(verdicts: readonly Verdict[]): Verdict {
  const changes = new Map<string, Change>();
  for (const verdict of verdicts)
    for (const change of verdict.changes) {
      const key = `${change.id} ${change.entity} ${placeOf(change)}`;
      if (!changes.has(key)) changes.set(key, change);
    }
  return {
    bump: verdicts.reduce<Verdict["bump"]>((most, { bump }) => (compareBumps(bump, most) > 0 ? bump : most), "none"),
    changes: [...changes.values()].sort((one, other) => compareBumps(other.bump, one.bump)),
  };
}

function placeOf({ new: place }: Change): string {
  return place instanceof NodePlace ? place.beginning : `${place?.start}`;
}
