import type { Item } from "../syntax/item.ts";
import { differs } from "./facts.ts";

/** The ways to bind a value to a call at design time; of each way designers of different age know another spelling. */
const BINDINGS = [
  ["dynamic-values", ["x-ms-dynamic-values", "x-ms-dynamic-list", "x-ms-dynamic-tree"]],
  ["dynamic-schema", ["x-ms-dynamic-schema", "x-ms-dynamic-properties"]],
] as const;

/**
 * Compares what two values are bound to: values to pick from, and schemas that are found by a call. One more spelling of the same
 * call is no other source, and handed over as an extension, under its name.
 */
export function diffDynamic(
  before: Item,
  after: Item,
  found: (aspect: string, old: Item, now: Item, name?: string) => void,
): void {
  for (const [binding, names] of BINDINGS) {
    const changed = names.find((name) => differs(before.get(name), after.get(name)));
    if (changed === undefined) continue;
    const [old, now] = [before, after].map((item) => names.map((name) => item.get(name)).filter(exists));
    const [first, next] = [old?.[0], now?.[0]];
    if (!first || !next) {
      found(`${binding}-${next ? "added" : "removed"}`, first ?? before.get(names[0]), next ?? after.get(names[0]));
      continue;
    }
    const edited = names.find(
      (name) => exists(before.get(name)) && exists(after.get(name)) && differs(before.get(name), after.get(name)),
    );
    const kept = names.some((name) => exists(before.get(name)) && exists(after.get(name)));
    if (!edited && kept && callsOf(old).join() === callsOf(now).join())
      found("extension-changed", before.get(changed), after.get(changed), changed);
    else if (binding === "dynamic-values" && pathOf(first) !== pathOf(next))
      found("dynamic-values-value-path-changed", first, next);
    else found(`${binding}-source-changed`, edited ? before.get(edited) : first, edited ? after.get(edited) : next);
  }
}

function exists(item: Item): boolean {
  return item.exists;
}
/** The field of an entry that is stored, whichever spelling names it. */
function pathOf(binding: Item): string | undefined {
  return binding.get("value-path").string ?? binding.get("itemValuePath").string;
}
function callsOf(bindings: readonly Item[] = []): string[] {
  return [...new Set(bindings.map((binding) => binding.get("operationId").string ?? ""))].sort();
}
