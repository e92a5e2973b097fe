/** What the filters of the catalogue offer. Counting a large catalogue takes longer than showing a page of it, so it is remembered for a while. */
import type { ConnectorCounts } from "../../core/api/types.ts";
import type { Visit } from "./page.ts";

/** Milliseconds for which choices are remembered: a type that is new can be chosen a minute later. */
const LIFETIME = 60_000;
/** So many kinds of visitors are remembered; there are as many as enterprises and sets of roles. */
const MOST = 500;

export class Choices {
  private readonly known = new Map<string, { counts: Promise<ConnectorCounts | undefined>; until: number }>();

  /** What is there to choose for a visitor, over all of the catalogue that they may see. */
  of({ caller, ask }: Pick<Visit, "caller" | "ask">): Promise<ConnectorCounts | undefined> {
    const now = performance.now();
    const key = JSON.stringify([caller.enterprise, [...caller.roles].sort()]);
    const known = this.known.get(key);
    if (known && known.until > now) return known.counts;
    const counts = ask("listConnectors", {}, { limit: "1", counts: "1" }).then((page) => page.counts);
    // What went wrong once is asked again.
    counts.catch(() => this.known.delete(key));
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(key, { counts, until: now + LIFETIME });
    return counts;
  }
}
