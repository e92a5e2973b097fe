import { FindingOrder, shownFindings } from "../checklist/order.ts";
import type { Finding } from "../checklist/types.ts";
import type { Connector } from "../model/connector.ts";

interface Kept {
  readonly finding: Finding;
  readonly source: object;
}

/**
 * Findings of many sources in the order of the text. When those of a few change, they are taken out and put in where they belong;
 * the rest stays as it is, because an edit moves values but never past one another.
 */
export class MergedFindings {
  private readonly order: FindingOrder;
  private list: Kept[] = [];
  /** Sources that have changed since the list was last put in order, with what they say now. */
  private readonly changes = new Map<object, readonly Finding[]>();

  constructor(connector: Connector) {
    this.order = new FindingOrder(connector);
  }

  set(source: object, findings: readonly Finding[]): void {
    this.changes.set(source, findings);
  }
  delete(source: object): void {
    this.changes.set(source, []);
  }
  get changed(): boolean {
    return this.changes.size > 0;
  }

  /** All of them, as they are shown. */
  get findings(): Finding[] {
    if (this.changes.size) this.apply();
    return shownFindings(this.list.map(({ finding }) => finding));
  }

  private apply(): void {
    const compare = (one: Kept, other: Kept): number => this.order.compare(one.finding, other.finding);
    const added: Kept[] = [];
    for (const [source, findings] of this.changes) for (const finding of findings) added.push({ finding, source });
    const left = this.list.filter(({ source }) => !this.changes.has(source));
    this.changes.clear();
    added.sort(compare);
    if (!left.length) {
      this.list = added;
      return;
    }
    const list: Kept[] = [];
    let from = 0;
    for (const one of added) {
      let low = from;
      let high = left.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(left[middle] as Kept, one) <= 0) low = middle + 1;
        else high = middle;
      }
      while (from < low) list.push(left[from++] as Kept);
      list.push(one);
    }
    while (from < left.length) list.push(left[from++] as Kept);
    this.list = list;
  }
}
