/** Runs the samples of several servers in turns: one of each, then the next of each. */
import type { Guest } from "./party.ts";

/**
 * Calls `sample` for every guest and round. A peer, being slow, takes part in the first rounds only. A sample that
 * throws ends the part of its guest, and the reason stands in the result.
 */
export async function inTurns<T>(
  guests: readonly Guest[],
  rounds: { readonly all: number; readonly peer: number },
  sample: (guest: Guest, round: number) => Promise<T>,
): Promise<{ guest: Guest; samples: T[]; failed: string | undefined }[]> {
  const results = guests.map((guest) => ({ guest, samples: [] as T[], failed: undefined as string | undefined }));
  for (let round = 0; round < rounds.all; round++) {
    for (const result of results) {
      if (result.failed !== undefined || (result.guest.role === "peer" && round >= rounds.peer)) continue;
      try {
        result.samples.push(await sample(result.guest, round));
      } catch (error) {
        result.failed = error instanceof Error ? error.message : String(error);
      }
    }
  }
  return results;
}
